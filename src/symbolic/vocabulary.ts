/** The words of the grammar: functions with their number of operands, and names that no author may give to a symbol. */
export const functions: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['Tr', [1, 1]], ['det', [1, 1]], ['inv', [1, 1]], ['transpose', [1, 1]], ['diag', [1, 1]],
  ['norm', [1, 1]], ['posdef', [1, 1]],
  ['log', [1, 1]], ['exp', [1, 1]], ['sqrt', [1, 1]], ['abs', [1, 1]], ['erf', [1, 1]], ['gamma', [1, 1]],
  ['tanh', [1, 1]], ['mean', [1, 1]], ['E', [1, 1]], ['Cov', [1, 2]], ['prev', [1, 2]],
  ['exists', [1, 1]], ['passage', [3, 3]], ['exit', [4, 4]], ['generator', [1, 1]], ['current', [1, 1]],
  ['diff', [2, 3]], ['sum', [4, 4]], ['integral', [4, 4]], ['root', [4, 4]],
])

/** Symbols with a meaning of their own: identity, dimension, pi, infinity. */
export const constants: ReadonlySet<string> = new Set(['I', 'D', 'pi', 'infinity'])

/** Names that readers or packages would take for something else. */
export const reserved: ReadonlySet<string> = new Set([
  ...functions.keys(), ...constants, 'e', 'i', 'E', 'true', 'false', 'null', 'undefined', 'NaN', 'Infinity',
  'mod', 'to', 'in', 'iff', 'implies', 'and', 'or', 'xor', 'not', 'end', '__proto__', 'constructor', 'prototype',
])
