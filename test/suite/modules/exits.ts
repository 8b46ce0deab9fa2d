/** Ends the process at import. */
process.exit(0)
