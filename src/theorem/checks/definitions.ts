/** Definitions: heads and bodies in order; each may use symbols and the definitions before it. */
import { refuse } from '../../symbolic/errors.js'
import { parseFormula } from '../../symbolic/parse.js'
import type { Theorem } from '../define.js'
import { parseHead, restsOn, type Definition } from '../definitions.js'
import type { Faults } from './fault.js'
import { checkName } from './names.js'
import { constantShapes, namesOf, read, shapeAt, shapeOf, type Scope } from './scope.js'
import { scalarShape } from './shape-ring.js'

/** The scope of a theorem's texts; a definition that is ill-stated is a fault and is left out. */
export function scopeOf(theorem: Theorem, faults: Faults): Scope {
  const symbols = Object.entries(theorem.symbols)
  let scope: Scope = {
    theorem,
    where: [],
    shapes: new Map([...constantShapes, ...symbols.map(([name, domain]) => [name, shapeOf(domain)] as const)]),
    measured: new Set(symbols.filter(([, { role }]) => role !== 'given').map(([name]) => name)),
  }
  for (const [head, text] of Object.entries(theorem.where)) {
    scope = faults.attempt({ at: `where ${head}` }, () => withDefinition(head, text, scope)) ?? scope
  }
  return scope
}

function withDefinition(head: string, text: string, scope: Scope): Scope {
  const { name, parameters } = parseHead(head)
  for (const word of [name, ...parameters]) checkName(word)
  const names = namesOf(scope)
  if (names.includes(name)) refuse('DUPLICATE', `"${name}" is declared twice; choose another name`)
  const shadow = parameters.find((p) => names.includes(p))
  if (shadow) refuse('DUPLICATE', `the parameter "${shadow}" is already declared; choose another name`)
  const words = { names: [...names, ...parameters], where: scope.where, of: `this theorem before "${name}"` }
  const body = read(text, words, parseFormula, (e) => [e])
  const definition: Definition = { name, parameters, body, text }
  const where = [...scope.where, definition]
  const inner = new Map([...scope.shapes, ...parameters.map((p) => [p, scalarShape] as const)])
  const shape = shapeAt(body, scope, inner)
  const isMeasured = [...restsOn(body, where)].some((n) => scope.measured.has(n))
  return {
    ...scope,
    where,
    shapes: parameters.length ? scope.shapes : new Map([...scope.shapes, [name, shape]]),
    measured: isMeasured ? new Set([...scope.measured, name]) : scope.measured,
  }
}
