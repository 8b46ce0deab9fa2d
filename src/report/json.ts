/** The record of a run as JSON: the one exchange format. The same run gives the same text, apart from seconds. */
import type { Reporter } from './reporter.js'
import { writeWhole } from './write-whole.js'

export const jsonReporter = (file: string): Reporter =>
  ({ onRunEnd: (report) => writeWhole(file, jsonText(report)) })

/** The text of a record: indented, with lists of numbers on one line. */
export const jsonText = (value: unknown): string => `${JSON.stringify(toJson(value), null, 2)
  .replace(/\[\n[-+\d.e,\snul]*\]/g, (list) => list.replace(/\s+/g, ' ').replace(/^\[ | \]$/g, (end) => end.trim()))}\n`

/** Plain JSON: numbers that are not finite become null, fractions and other big integers text. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJson(part)]))
}
