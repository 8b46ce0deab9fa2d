/** Random formulas, for properties of everything that reads them. */
import fc from 'fast-check'
import {
  add, call, divide, multiply, negate, number, power, rewrite, subtract, symbol, transpose, type Expression,
} from '../../../src/symbolic/expression.js'

const leaf = fc.oneof(
  fc.constantFrom('a', 'b', 'x', 'mu', 'K_1').map(symbol),
  fc.integer({ min: 2, max: 12 }).map((n) => number(n)),
)

/** Trees over + - * / ^ and unary minus with integer literals: rational functions. */
export const rationalTrees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom(add, subtract, multiply, divide), tie('tree'), tie('tree')).map(([f, a, b]) => f(a, b)),
    tie('tree').map(negate),
    fc.tuple(tie('tree'), fc.constantFrom(2, -2, 4)).map(([a, n]) => power(a, n < 0 ? negate(number(-n)) : number(n))),
  ),
})).tree

/** The same with everything else that the printer knows. */
export const allTrees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(10, 4, 1000)).map(([n, d]) => number(n, d)),
    fc.tuple(fc.constantFrom(add, subtract, multiply, divide, power), tie('tree'), tie('tree'))
      .map(([f, a, b]) => f(a, b)),
    tie('tree').map(negate),
    tie('tree').map((a) => (a.kind === 'number' ? negate(a) : transpose(a))),
    fc.tuple(fc.constantFrom('Tr', 'inv', 'exp', 'L'), tie('tree')).map(([f, a]) => call(f, a)),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => call('Cov', a, b)),
  ),
})).tree

/** The same tree with a symbol or number of its own at every leaf, so that nothing cancels by chance. */
export function withDistinctLeaves(e: Expression): Expression {
  let count = 0
  return rewrite(e, (node) => {
    if (node.kind === 'symbol') return symbol(`x_${++count}`)
    return node.kind === 'number' && node.numerator > 2n ? number(1000 + 17 * ++count) : node
  })
}

/** Trees with inverses and transposes of scalars, for the typesetter. */
export const typesetTrees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom(add, subtract, multiply, multiply, divide), tie('tree'), tie('tree'))
      .map(([f, a, b]) => f(a, b)),
    tie('tree').map(negate),
    tie('tree').map((a) => power(a, number(2))),
    tie('tree').map((a) => call('inv', a)),
    tie('tree').map(transpose),
  ),
})).tree
