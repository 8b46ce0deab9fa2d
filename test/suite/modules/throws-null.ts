/** Throws what is no Error. */
throw null
