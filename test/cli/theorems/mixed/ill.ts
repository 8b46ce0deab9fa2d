/** States nothing. */
export const x = 1
