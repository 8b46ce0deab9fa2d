/** Exports nothing by default. */
export const x = 1
