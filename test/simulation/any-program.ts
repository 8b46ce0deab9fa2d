/** An arbitrary of random programs, for the tests that compare kernels. */
import fc from 'fast-check'
import type { Binary, Node, Program, Sampler, Unary } from '../../src/process/program.js'
import { normal } from './programs.js'

const samplers: readonly Sampler[] = [
  normal, { kind: 'uniform' }, { kind: 'rademacher' }, { kind: 'exponential' }, { kind: 'chiSquare', degrees: 5 },
  { kind: 'chiSquare', degrees: 0.5 },
  { kind: 'row', size: 7, replacement: true }, { kind: 'row', size: 7, replacement: false },
]
const leaves: readonly Node['op'][] = ['constant', 'parameter', 'state', 'noise', 'sample']
const binaries: readonly Binary[] = ['add', 'subtract', 'multiply', 'divide', 'min', 'max']
const unaries: readonly Unary[] = ['negate', 'sqrt', 'exp', 'log', 'abs', 'tanh']

/** Random programs with every kind of node, sampler and nested batch means. */
export const anyProgram: fc.Arbitrary<Program> = fc
  .record({
    noise: fc.array(fc.constantFrom(...samplers), { minLength: 1, maxLength: 3 }),
    sample: fc.array(fc.constantFrom(...samplers), { minLength: 1, maxLength: 3 }),
    batch: fc.integer({ min: 1, max: 5 }),
    states: fc.integer({ min: 1, max: 3 }),
    choices: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 5, maxLength: 40 }),
    roots: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ noise, sample, batch, states, choices, roots }) => {
    const nodes: Node[] = []
    const varies: boolean[] = []
    const sizes = { parameter: 9, state: states, noise: noise.length, sample: sample.length }
    const put = (node: Node, varying: boolean): void => void (nodes.push(node), varies.push(varying))
    put({ op: 'state', index: 0 }, false)
    put({ op: 'sample', index: 0 }, true)
    for (const [what, first, second] of choices) {
      const a = first % nodes.length
      const b = second % nodes.length
      const kind = what % 20
      if (kind < 5) {
        const op = leaves[kind]!
        if (op === 'constant') put({ op, value: [0, -0, 1, -1.5, 0.1, 1e300, 3][first % 7]! }, false)
        else if (op in sizes) put({ op: op as 'state', index: first % sizes[op as 'state'] }, op === 'sample')
      } else if (kind < 11) put({ op: binaries[kind - 5]!, a, b }, varies[a]! || varies[b]!)
      else if (kind < 17) put({ op: unaries[kind - 11]!, a }, varies[a]!)
      else if (kind < 19) put({ op: 'mean', a }, false)
      else put({ op: 'gather', base: 2, a }, varies[a]!)
    }
    const outside = nodes.flatMap((_, i) => (varies[i] ? [] : [i]))
    const pick = (i: number): number => outside[roots[i]! % outside.length]!
    return {
      nodes, parameters: 9, states, next: Array.from({ length: states }, (_, i) => pick(i)),
      noise, sample, batch, observables: [pick(3), pick(4), pick(5)], exit: pick(6),
    }
  })
