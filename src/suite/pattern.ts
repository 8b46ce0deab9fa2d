/** Ids by pattern: plain text matches anywhere; with "*" or "?" the whole id must match, "**" crossing folders. */

/** Does an id match one of the patterns? No pattern at all matches everything. */
export const matchesAny = (id: string, patterns: readonly string[]): boolean =>
  !patterns.length || patterns.some((pattern) => matches(id, pattern))

/** Does an id match a pattern, such as "momentum", "liu2021/*", "**\/covariance"? */
export const matches = (id: string, pattern: string): boolean =>
  /[*?]/.test(pattern) ? asExpression(pattern).test(id) : id.includes(pattern)

const wildcards: Record<string, string> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' }

const asExpression = (glob: string): RegExp =>
  new RegExp(`^${glob.replace(/\*\*\/|\*\*|\*|\?|[\\^$.|+()[\]{}]/g, (part) => wildcards[part] ?? `\\${part}`)}$`)
