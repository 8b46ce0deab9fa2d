/** Is the thing a theorem at all? Its fields and their kinds, for modules that the compiler never saw. */
import { refuse } from '../../symbolic/errors.js'
import type { Theorem } from '../define.js'

type Fields = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws StatementError for a field that is missing or of another kind */
export function checkForm(value: unknown): asserts value is Theorem {
  if (value === undefined) refuse('NO_DEFAULT_EXPORT', 'no default export; write export default defineTheorem({ ... })')
  if (!isRecord(value)) refuse('NOT_A_THEOREM', `the default export is ${kind(value)}; wrap it in defineTheorem`)
  for (const name of ['id', 'title']) text(value, name)
  if (!isRecord(value.source)) refuse('NO_SOURCE', 'no source; write source: work({ ... }).at("Theorem 2")')
  for (const name of ['key', 'at', 'url']) text(value.source, name, 'source.')
  for (const name of ['symbols', 'given', 'where', 'measure', 'claims', 'evidence']) table(value, name)
  if (Object.keys(value.claims as Fields).length === 0) refuse('NO_CLAIMS', 'no claim; a theorem claims something')
}

function text(of: Fields, name: string, prefix = ''): void {
  const value = Object.hasOwn(of, name) ? of[name] : undefined
  if (typeof value === 'string' && value.trim() !== '') return
  refuse('BAD_FIELD', `${prefix}${name} is ${kind(value)}; give a text`)
}

/** A table holds own entries only: a key __proto__ in a literal would hide in its prototype. */
function table(of: Fields, name: string): void {
  const value = Object.hasOwn(of, name) ? of[name] : undefined
  if (!isRecord(value)) refuse('BAD_FIELD', `${name} is ${kind(value)}; give an object`)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) {
    refuse('BAD_NAME', `"__proto__" cannot be a name in ${name}; choose another`)
  }
}

/** What a value is, in words. */
export const kind = (value: unknown): string =>
  value === undefined ? 'missing' : value === null ? 'null' : value === '' ? 'empty'
    : Array.isArray(value) ? 'a list' : typeof value === 'number' ? String(value) : `a ${typeof value}`
