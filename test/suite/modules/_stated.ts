/** The smallest well-formed theorem, for the fixtures beside. */
import type { Theorem } from '../../../src/theorem/define.js'

export const stated = (id: string, claims: Record<string, string> = { one: 'a == a' }): Theorem => ({
  id, title: `title of ${id}`, symbols: {}, given: {}, where: {}, measure: {}, claims, evidence: {},
  source: { key: 'k2020', at: 'Theorem 1', url: 'https://example.org', title: '', authors: [], venue: '', year: 2020 },
})
