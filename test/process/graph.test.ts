/** Graph nodes and guarded doubles compute what plain arithmetic computes, and know their zeros. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graph } from '../../src/symbolic/rings/graph.js'
import { guarded, guardedDouble, simplestFraction } from '../../src/symbolic/rings/guarded-double.js'
import type { Ring } from '../../src/symbolic/ring.js'

type Operation = 'add' | 'sub' | 'mul' | 'neg'
/** A formula as steps on a stack of values: constants 0, 1, 2 and three leaves are at its bottom. */
interface Step { readonly op: Operation; readonly a: number; readonly b: number }

const steps = fc.array(fc.record<Step>({
  op: fc.constantFrom('add', 'sub', 'mul', 'neg'), a: fc.nat(40), b: fc.nat(40),
}), { minLength: 1, maxLength: 12 })

function run<T>(program: readonly Step[], bottom: readonly T[], ring: Ring<T>): T {
  const values = [...bottom]
  for (const { op, a, b } of program) {
    const [x, y] = [values[a % values.length]!, values[b % values.length]!]
    values.push(op === 'neg' ? ring.neg(x) : ring[op](x, y))
  }
  return values.at(-1)!
}

const integers: Ring<number> = {
  name: 'integers', zero: 0, one: 1, fraction: (n) => Number(n), isZero: (a) => a === 0,
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b, neg: (a) => -a,
}

describe('a graph', () => {
  it('has the value of the formula that made it, whatever rules made it smaller', () => {
    fc.assert(fc.property(steps, (program) => {
      const g = graph<{ op: 'leaf'; index: number }>()
      const leaves = [3, -5, 7]
      const bottom = [0, 1, 2].map(g.constant).concat(leaves.map((_, index) => g.leaf({ op: 'leaf', index })))
      const root = run(program, bottom, g.ring)
      const value = (id: number): number => {
        const node = g.nodes[id]!
        if ('index' in node) return leaves[node.index]!
        if ('value' in node) return node.value
        const [x, y] = [value(node.a), 'b' in node ? value(node.b) : 0]
        return node.op === 'add' ? x + y : node.op === 'subtract' ? x - y : node.op === 'multiply' ? x * y : -x
      }
      // + 0 folds the two zeros of doubles
      expect(value(root) + 0).toBe(run(program, [0, 1, 2, ...leaves], integers) + 0)
    }))
  })

  it('makes equal formulas one node and nodes refer to earlier ones', () => {
    const g = graph<{ op: 'leaf'; index: number }>()
    const [a, b] = [g.leaf({ op: 'leaf', index: 0 }), g.leaf({ op: 'leaf', index: 1 })]
    const { add, mul } = g.ring
    expect(mul(add(a, b), add(b, a))).toBe(mul(add(b, a), add(a, b)))
    g.nodes.forEach((node, i) => expect('a' in node ? node.a < i : true).toBe(true))
  })
})

describe('a guarded double', () => {
  it('is zero exactly where the fractions are', () => {
    const { sub, isZero } = guardedDouble
    const difference = sub(sub(guarded(0.3), guarded(0.1)), guarded(0.2))
    expect([isZero(difference), difference.value === 0]).toEqual([true, false])
    expect(isZero(sub(guarded(0.3), guarded(0.1)))).toBe(false)
  })

  it('reads the simplest fraction that rounds to a double', () => {
    fc.assert(fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }), (n, d) => {
      const [p, q] = simplestFraction(n / d)
      expect(p * BigInt(d)).toBe(BigInt(n) * q)
    }))
  })
})
