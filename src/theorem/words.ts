/**
 * The words that a formula may use without declaring them, and the names that no symbol may take.
 * The compiler reads these lists as types, the loader as values; a test compares them with symbolic/vocabulary.ts.
 */

/** Functions, operators of the process, laws, binders, connectives, and constants: I the identity, D the dimension. */
export const vocabulary = [
  'Tr', 'det', 'inv', 'transpose', 'diag', 'norm', 'posdef',
  'log', 'exp', 'sqrt', 'abs', 'erf', 'gamma', 'tanh',
  'mean', 'E', 'Cov', 'Law', 'prev', 'given', 'passage', 'exit', 'generator', 'current', 'exists', 'entry', 'normal',
  'diff', 'sum', 'integral', 'root',
  'iff', 'implies', 'and',
  'I', 'D', 'pi', 'infinity',
] as const

/** Words that open a variable of their own: integral(x, 0, 1, f). */
export const binders = ['sum', 'integral', 'root'] as const

/** Names that parser, reader or JavaScript take for something else: constants, operators, units, prototypes. */
export const taken = [
  'e', 'i', 'true', 'false', 'null', 'undefined', 'NaN', 'Infinity',
  'mod', 'to', 'in', 'or', 'xor', 'not', 'end',
  'cm', 'mm', 'km', 'kg', 'meter', 'gram', 'second', 'sec', 'inch', 'deg', 'rad', 'grad', 'kelvin', 'bit', 'byte',
  '__proto__', 'constructor', 'prototype',
] as const

export type Vocabulary = (typeof vocabulary)[number]
export type Binder = (typeof binders)[number]
export type Reserved = Vocabulary | (typeof taken)[number]
