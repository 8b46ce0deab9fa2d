/** Names in texts, checked in the words of the compiler (formula.ts reads the same characters as types). */
import { refuse } from '../../symbolic/errors.js'
import { DEEPEST, fold, LONGEST } from '../../symbolic/parse.js'
import { binders, taken, vocabulary } from '../words.js'
import { hint } from './nearest.js'

const own: ReadonlySet<string> = new Set(vocabulary)
const reserved: ReadonlySet<string> = new Set([...vocabulary, ...taken])

/** Names in a text: whatever stands between separators and is no number. */
export const namesInText = (text: string): readonly string[] =>
  text.split(/[\s()[\],+\-*/^=<>']+/).filter((word) => word !== '' && !/^(\d+\.?\d*|\.\d+)$/.test(word))

/** Variables that a text opens itself: the x of integral(x, 0, 1, f). */
export const boundInText = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\b(?:${binders.join('|')})\\s*\\(\\s*(\\w+)\\s*,`, 'g'))].map((match) => match[1]!)

/**
 * Refuses a text that names something undeclared, that is too long or nested too deep; nothing has been parsed yet.
 * @throws StatementError
 */
export function checkNames(text: string, declared: Iterable<string>, where: string): void {
  if (typeof text !== 'string') refuse('NOT_A_TEXT', `${String(text)} is no text; write the formula in quotes`)
  checkSize(text)
  const known = new Set([...declared, ...boundInText(text)])
  const unknown = namesInText(text).find((name) => !known.has(name) && !own.has(name))
  if (unknown === undefined) return
  if (/^[\d.]+[eE]\d*$/.test(unknown)) {
    refuse('SCIENTIFIC', `write powers of ten out, such as 10^(-3), not "${unknown}"`)
  }
  if (/^\d/.test(unknown)) {
    const [, number, rest] = /^([\d.]+)(.*)$/.exec(unknown)!
    refuse('HIDDEN_PRODUCT', `write the product "${unknown}" with *: ${number} * ${rest}`)
  }
  refuse('UNKNOWN_SYMBOL', `"${unknown}" is not a symbol of ${where}${hint(unknown, [...known, ...vocabulary])}`)
}

function checkSize(text: string): void {
  const folded = fold(text)
  if (folded === '') refuse('EMPTY', 'a formula is empty')
  if (folded.length > LONGEST) {
    refuse('TOO_LONG', `a formula has ${folded.length} characters; at most ${LONGEST}: name its parts in "where"`)
  }
  let depth = 0
  for (const c of folded) {
    if (c === '(') depth++
    if (c === ')') depth--
    if (depth > DEEPEST) refuse('TOO_DEEP', `more than ${DEEPEST} nested parentheses; name the parts in "where"`)
  }
}

/** Refuses what cannot name a symbol or a definition. @throws StatementError */
export function checkName(name: string, isIndex = false): void {
  if (!/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/.test(name)) {
    refuse('BAD_NAME', `"${name}" cannot name a symbol; use letters, digits and single underscores: "Sigma_inf"`)
  }
  if (reserved.has(name) && !(isIndex && name === 'i')) {
    refuse('RESERVED_NAME', `the name "${name}" is reserved; choose another, such as "${name}0"`)
  }
}
