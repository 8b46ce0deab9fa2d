import { expect, test } from 'vitest'
import {
  agrees, between, defineTheorem, diffusion, measured, scalar, simulated, type Theorem,
} from '../../src/index.js'
import { mori2022 } from '../../theorems/sources.js'
import { judged, verdicts } from './judged.js'

/** A double well in x beside a distance r; its mean passage is claimed to be that of the line, times a factor. */
const beside = (driftOfR: string, times = 1, support = agrees({ draws: 4, precision: 1e-4 }) as never): Theorem =>
  defineTheorem({
    id: 'mori2022/example', title: 'A double well', source: mori2022.at('Eq. (17)'),
    symbols: { T: between(0.3, 0.5, 'temperature'), M: measured.scalar('mean passage') },
    process: diffusion({
      state: { r: scalar, x: scalar },
      drift: { x: '-4 * x * (x^2 - 1)', r: driftOfR },
      diffusion: 'sqrt(2 * T)',
    }),
    measure: { M: 'passage(x, -1, 1)' },
    claims: {
      line: `M == ${times} / T * integral(y, -1, 1, exp((y^2 - 1)^2 / T)
        * integral(z, -infinity, y, exp(-(z^2 - 1)^2 / T)))`,
    },
    evidence: { line: [support] },
  }) as Theorem

test('a passage beside another state is that of its own equation, and is told from one that is off', async () => {
  expect(await verdicts(beside('-2 * r + T / r'))).toEqual({ line: 'verified' })
  expect(await verdicts(beside('-2 * r + T / r', 1.001))).toEqual({ line: 'refuted' })
})

const reason = (theorem: Theorem): Promise<string> =>
  judged(theorem).then((reports) => JSON.stringify([...reports.values()]), String)

test('a state that is no distance from an axis, or runs away from it, has no passage beside it', async () => {
  expect(await reason(beside('1 - r'))).toMatch(/not symmetric/)
  expect(await reason(beside('r'))).toMatch(/run off sideways/)
})

test('passages of two states are not simulated, and say so', async () => {
  expect(await reason(beside('-2 * r', 1, simulated() as never))).toMatch(/one scalar state/)
})
