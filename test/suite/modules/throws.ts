/** Throws an Error. */
throw new TypeError('boom')
