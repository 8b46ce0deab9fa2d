/** Numbers of things as people say them. */

/** "1 claim", "2 claims" */
export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
