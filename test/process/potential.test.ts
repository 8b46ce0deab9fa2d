/** Poisson's equation, exactly: f - T f + E h = h as polynomials, for every process and every quadratic h. */
import { beforeAll, expect, test } from 'vitest'
import { gaussian } from '../../src/process/laws.js'
import { expand } from '../../src/process/moments/chain.js'
import { potentialOf } from '../../src/process/moments/potential.js'
import { monomialsOfDegree, coordinatesFor } from '../../src/process/stability/homogeneous.js'
import { recurrence, scalar, vector } from '../../src/process/text.js'
import { loadParser } from '../../src/symbolic/parse.js'
import { field, pointOf, type Kind } from './points.js'
import { labelNoiseAnyRate } from './statements/regression.js'

beforeAll(loadParser)

const kinds: Record<string, Kind> = { mu: 'scalar', lambda: 'scalar', c: 'scalar', K: 'symmetric', C: 'symmetric' }
const drifting = recurrence({
  state: { m: vector, w: vector, t: scalar },
  noise: { eta: gaussian({ covariance: 'C' }), x: gaussian({ variance: 'c' }) },
  step: ['m = mu * m + K * w + eta', 'w = w - lambda * m', "t = mu * t + x * x + x * w' * w"],
})
const processes = [
  ['minibatch regression', labelNoiseAnyRate.process, labelNoiseAnyRate.kinds], ['a drifting chain', drifting, kinds],
] as const

test.each(processes)('the potential of every first and second moment of %s solves its equation',
  (name, process, of) => {
    const chain = expand(process, { dimension: 2, ring: field, values: pointOf(of, 2, field, name) })
    const { polynomials, atoms } = chain.space
    const affine = coordinatesFor(chain).filter((a) => !atoms.text(atoms.of([a])).startsWith('t'))
    for (const m of [1, 2].flatMap((degree) => monomialsOfDegree(chain, affine, degree))) {
      const f = potentialOf(chain, polynomials.monomial(m))
      const after = [...f].reduce((sum, [k, x]) =>
        polynomials.add(sum, polynomials.mul(polynomials.constant(x), chain.next(k))), polynomials.zero)
      const mean = polynomials.constant(chain.moments([m]).get(m)!)
      expect(
        polynomials.isZero(polynomials.sub(polynomials.add(polynomials.sub(f, after), mean), polynomials.monomial(m))),
      ).toBe(true)
    }
})
