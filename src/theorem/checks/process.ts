/** The text of a process: names, grammar and shapes of its laws and lines. A process that is no text is left alone. */
import { refuse } from '../../symbolic/errors.js'
import { parseFormula, parseStep } from '../../symbolic/parse.js'
import { sameShape, shapeText } from '../../symbolic/value.js'
import type { Faults } from './fault.js'
import { isRecord } from './form.js'
import { checkName } from './names.js'
import { givenNames, read, shapeAt, type Scope } from './scope.js'
import { matrixShape, scalarShape, vectorShape, type Shaped } from './shape-ring.js'

type Shapes = ReadonlyMap<string, Shaped>

const stateShapes: Readonly<Record<string, Shaped>> = { scalar: scalarShape, vector: vectorShape, matrix: matrixShape }
const part = (of: unknown, name: string): unknown => (isRecord(of) && Object.hasOwn(of, name) ? of[name] : undefined)
const entries = (of: unknown): readonly [string, unknown][] => (isRecord(of) ? Object.entries(of) : [])

/** Shapes of what the texts of a process may name beside the parameters: states, noises, samples, local definitions. */
export function checkProcess(scope: Scope, faults: Faults): Shapes {
  const process = scope.theorem.process
  const laws = [...entries(part(process, 'noise')), ...entries(part(part(process, 'batch'), 'sample'))]
  const shapes = new Map<string, Shaped>()
  for (const [name, shape] of entries(part(process, 'state'))) {
    faults.attempt({ at: `state ${name}` }, () => shapes.set(own(name, shapes, scope), stateShape(shape)))
  }
  for (const [name, law] of laws) {
    faults.attempt({ at: `noise ${name}` }, () => shapes.set(own(name, shapes, scope), lawShape(law, scope)))
  }
  const size = part(part(process, 'batch'), 'size')
  if (typeof size === 'string') faults.attempt({ at: 'batch size' }, () => numberOf(size, scope))
  checkLines(part(process, 'step'), shapes, new Set(entries(part(process, 'state')).map(([name]) => name)), scope, faults)
  for (const field of ['drift', 'diffusion', 'exit']) checkCoefficients(field, part(process, field), shapes, scope, faults)
  return shapes
}

function own(name: string, known: Shapes, scope: Scope): string {
  checkName(name)
  if (known.has(name) || scope.shapes.has(name)) refuse('DUPLICATE', `"${name}" is declared twice; choose another name`)
  return name
}

const stateShape = (shape: unknown): Shaped =>
  (typeof shape === 'string' && Object.hasOwn(stateShapes, shape) ? stateShapes[shape] : undefined)
  ?? refuse('BAD_STATE', `"${String(shape)}" is no shape of a state; write scalar, vector or matrix`)

function lawShape(law: unknown, scope: Scope): Shaped {
  if (typeof part(law, 'draw') !== 'function') refuse('BAD_LAW', "no law of noise; write one such as gaussian({ covariance: 'C' })")
  for (const [, text] of entries(part(law, 'texts'))) {
    for (const one of Array.isArray(text) ? text as unknown[] : [text]) if (typeof one === 'string') parameter(one, scope)
  }
  return part(law, 'isVector') === true ? vectorShape : scalarShape
}

/** A formula in the parameters alone. */
const parameter = (text: string, scope: Scope): Shaped => shapeAt(
  read(text, { names: givenNames(scope), where: scope.where, of: 'the given symbols' }, parseFormula, (e) => [e]),
  scope, scope.shapes,
)

function numberOf(text: string, scope: Scope): void {
  const shape = parameter(text, scope)
  if (!sameShape(shape, scalarShape)) refuse('SHAPE', `a batch size is a number, not ${shapeText(shape)}`)
}

function checkLines(lines: unknown, shapes: Map<string, Shaped>, states: ReadonlySet<string>, scope: Scope, faults: Faults): void {
  if (!Array.isArray(lines)) return
  lines.forEach((line: unknown, i) => faults.attempt({ at: `step ${i + 1}` }, () => {
    const text = typeof line === 'string' ? line : refuse('NOT_A_TEXT', 'a step is no text; write "name = formula"')
    // the name on the left may be new here, so that it is declared only from the next line on
    const assigned = /^\s*([A-Za-z]\w*)\s*=(?!=)/.exec(text)?.[1]
    const names = [...givenNames(scope), ...shapes.keys()]
    const body = text.slice(text.indexOf('=') + 1)
    if (assigned) read(body, { names, where: scope.where, of: 'this process' }, parseFormula, (e) => [e])
    const { name, value } = parseStep(text)
    const found = shapeAt(value, scope, new Map([...scope.shapes, ...shapes]))
    const before = shapes.get(name)
    if (states.has(name) && before && !sameShape(before, found)) {
      refuse('SHAPE', `"${name}" is ${shapeText(before)} and is set to ${shapeText(found)}`)
    }
    if (!states.has(name)) {
      checkName(name)
      if (scope.shapes.has(name)) refuse('DUPLICATE', `"${name}" is a symbol of the theorem and cannot be set by the process`)
    }
    shapes.set(name, found)
  }))
}

function checkCoefficients(field: string, texts: unknown, shapes: Shapes, scope: Scope, faults: Faults): void {
  const all = typeof texts === 'string' ? [['', texts] as const] : entries(texts)
  for (const [name, text] of all) {
    if (typeof text !== 'string') continue
    faults.attempt({ at: `${field} ${name}`.trim() }, () => {
      const words = { names: [...givenNames(scope), ...shapes.keys()], where: scope.where, of: 'this process' }
      shapeAt(read(text, words, parseFormula, (e) => [e]), scope, new Map([...scope.shapes, ...shapes]))
    })
  }
}
