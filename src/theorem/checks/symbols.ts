/** Symbols: their names, their domains, and the symbols that domains refer to. */
import { refuse } from '../../symbolic/errors.js'
import type { Theorem } from '../define.js'
import { isRecord, kind } from './form.js'
import { checkName } from './names.js'
import { hint } from './nearest.js'

/** @throws StatementError for a name or a domain that is none */
export function checkSymbol(name: string, { symbols, where }: Theorem): void {
  const domain: unknown = symbols[name]
  if (!isRecord(domain) || typeof domain.draw !== 'function' || typeof domain.point !== 'function') {
    refuse('BAD_DOMAIN', `"${name}" is ${kind(domain)}; give it a domain such as positive('learning rate')`)
  }
  checkName(name, domain.role === 'index')
  const other = domain.commutesWith
  if (typeof other !== 'string') return
  const isMatrix = (key: string): boolean => symbols[key]?.role === 'given' && symbols[key].shape === 'matrix'
  const known = Object.keys(symbols).filter((key) => key !== name && isMatrix(key))
  if (known.includes(other) || Object.hasOwn(where, other)) return
  refuse('UNKNOWN_SYMBOL',
    `"${name}" commutes with "${other}", which is no given matrix of this theorem${hint(other, known)}`)
}
