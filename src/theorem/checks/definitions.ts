/** Definitions: heads and bodies in order; each may use symbols and the definitions before it. */
import { refuse, StatementError } from '../../symbolic/errors.js'
import type { Expression } from '../../symbolic/expression.js'
import type { Theorem } from '../define.js'
import { parseHead, restsOn, type Definition } from '../definitions.js'
import type { Faults } from './fault.js'
import { checkName } from './names.js'
import { allWords, constantShapes, readFormula, shapeAt, shapeOf, type Scope } from './scope.js'
import { scalarShape, vectorShape, type Shaped } from './shape-ring.js'

/** The scope of a theorem's texts; a definition that is ill-stated is a fault and is left out. */
export function scopeOf(theorem: Theorem, faults: Faults): Scope {
  const symbols = Object.entries(theorem.symbols)
  let scope: Scope = {
    theorem,
    where: [],
    shapes: new Map([...constantShapes, ...symbols.map(([name, domain]) => [name, shapeOf(domain)] as const)]),
    measured: new Set(symbols.filter(([, { role }]) => role === 'measured' || role === 'index').map(([name]) => name)),
  }
  for (const [head, text] of Object.entries(theorem.where)) {
    scope = faults.attempt({ at: `where ${head}` }, () => withDefinition(head, text, scope)) ?? scope
  }
  return scope
}

function withDefinition(head: string, text: string, scope: Scope): Scope {
  const { name, parameters } = parseHead(head)
  const { names, arbitrary } = allWords(scope)
  for (const word of [name, ...parameters]) {
    checkName(word)
    if (names.includes(word)) refuse('DUPLICATE', `"${word}" is declared twice; choose another name`)
  }
  const words = { names: [...names, ...parameters], where: scope.where, arbitrary, of: `this theorem before "${name}"` }
  const body = readFormula(text, words)
  const shape = bodyShape(body, parameters, scope)
  const where: readonly Definition[] = [...scope.where, { name, parameters, body, text }]
  const isMeasured = [...restsOn(body, where)].some((n) => scope.measured.has(n))
  return {
    ...scope,
    where,
    shapes: parameters.length ? scope.shapes : new Map([...scope.shapes, [name, shape]]),
    measured: isMeasured ? new Set([...scope.measured, name]) : scope.measured,
  }
}

/** The shape of a body whose parameters are numbers or, where that does not fit, vectors. @throws StatementError */
function bodyShape(body: Expression, parameters: readonly string[], scope: Scope): Shaped {
  const withAll = (shape: Shaped): Shaped => shapeAt(body, scope, new Map(parameters.map((p) => [p, shape])))
  try {
    return withAll(scalarShape)
  } catch (error) {
    if (!(error instanceof StatementError) || !parameters.length) throw error
    try {
      return withAll(vectorShape)
    } catch {
      throw error
    }
  }
}
