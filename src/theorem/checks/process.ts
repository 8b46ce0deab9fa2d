/** The text of a process: what it declares, and its coefficients. A process that is no text is left alone. */
import { refuse } from '../../symbolic/errors.js'
import { sameShape, shapeText } from '../../symbolic/value.js'
import type { Theorem } from '../define.js'
import type { Faults } from './fault.js'
import { isRecord } from './form.js'
import { checkLine } from './lines.js'
import { checkName } from './names.js'
import { parameterWords, processWords, readFormula, shapeAt, type Scope } from './scope.js'
import { matrixShape, scalarShape, vectorShape, type Shaped, type Shapes } from './shape-ring.js'

const stateShapes = new Map<unknown, Shaped>(
  [['scalar', scalarShape], ['vector', vectorShape], ['matrix', matrixShape]],
)
const part = (of: unknown, name: string): unknown => (isRecord(of) && Object.hasOwn(of, name) ? of[name] : undefined)
const entries = (of: unknown): readonly [string, unknown][] => (isRecord(of) ? Object.entries(of) : [])

/** Shapes of the states alone, for claims about functions of the state; states that are none are left out. */
export const statesOf = ({ process }: Theorem): Shapes =>
  new Map(entries(part(process, 'state')).flatMap(([name, shape]) => {
    const known = stateShapes.get(shape)
    return known ? [[name, known] as const] : []
  }))

/** Shapes of what the texts of a process may name beside the parameters: states, noises, samples, local definitions. */
export function checkProcess(scope: Scope, faults: Faults): Shapes {
  const { process } = scope.theorem
  const shapes = declaredBy(process, scope, faults)
  const states = new Set(entries(part(process, 'state')).map(([name]) => name))
  const lines: unknown = part(process, 'step')
  if (Array.isArray(lines)) {
    lines.forEach((line: unknown, i) => {
      const set = faults.attempt({ at: `step ${i + 1}` }, () => checkLine(line, states, shapes, scope))
      if (set) shapes.set(set.name, set.shape)
    })
  }
  for (const [name, shape] of entries(part(process, 'parameters'))) {
    faults.attempt({ at: `parameter ${name}` }, () => checkParameter(name, shape, scope))
  }
  for (const field of ['drift', 'diffusion', 'exit']) {
    checkCoefficients(field, part(process, field), shapes, scope, faults)
  }
  return shapes
}

function declaredBy(process: unknown, scope: Scope, faults: Faults): Map<string, Shaped> {
  const shapes = new Map<string, Shaped>()
  const batch = part(process, 'batch')
  for (const [name, shape] of entries(part(process, 'state'))) {
    faults.attempt({ at: `state ${name}` }, () => shapes.set(newName(name, shapes, scope), stateShape(shape)))
  }
  for (const [name, law] of [...entries(part(process, 'noise')), ...entries(part(batch, 'sample'))]) {
    faults.attempt({ at: `noise ${name}` }, () => shapes.set(newName(name, shapes, scope), noiseShape(law, scope)))
  }
  const size = part(batch, 'size')
  if (typeof size === 'string') faults.attempt({ at: 'batch size' }, () => checkNumber(size, scope))
  return shapes
}

function newName(name: string, known: Shapes, scope: Scope): string {
  checkName(name)
  if (known.has(name) || scope.shapes.has(name)) refuse('DUPLICATE', `"${name}" is declared twice; choose another name`)
  return name
}

const stateShape = (shape: unknown): Shaped => stateShapes.get(shape)
  ?? refuse('BAD_STATE', `"${String(shape)}" is no shape of a state; write scalar, vector or matrix`)

function noiseShape(law: unknown, scope: Scope): Shaped {
  if (typeof part(law, 'draw') !== 'function') {
    refuse('BAD_LAW', "no law of noise; write one such as gaussian({ covariance: 'C' })")
  }
  const texts = entries(part(law, 'texts')).flatMap(([, text]) => (Array.isArray(text) ? text as unknown[] : [text]))
  for (const text of texts) if (typeof text === 'string') parameterShape(text, scope)
  return part(law, 'isVector') === true ? vectorShape : scalarShape
}

const parameterShape = (text: string, scope: Scope): Shaped => shapeAt(readFormula(text, parameterWords(scope)), scope)

function checkNumber(text: string, scope: Scope): void {
  const shape = parameterShape(text, scope)
  if (!sameShape(shape, scalarShape)) refuse('SHAPE', `a batch size is a number, not ${shapeText(shape)}`)
}

/** What code reads: its shape says whether a number or an array arrives. */
function checkParameter(name: string, declared: unknown, scope: Scope): void {
  const shape = parameterShape(name, scope)
  const found = sameShape(shape, scalarShape) ? 'scalar' : shape.columns === '1' ? 'vector' : 'matrix'
  if (found !== declared) refuse('SHAPE', `"${name}" is declared as ${String(declared)} and is a ${found}`)
}

function checkCoefficients(field: string, texts: unknown, shapes: Shapes, scope: Scope, faults: Faults): void {
  for (const [name, text] of typeof texts === 'string' ? [['', texts]] as const : entries(texts)) {
    if (typeof text !== 'string') continue
    faults.attempt({ at: `${field} ${name}`.trim() }, () =>
      shapeAt(readFormula(text, processWords(scope, shapes)), scope, shapes))
  }
}
