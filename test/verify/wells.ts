/** Small theorems about a double well, for the tests of identity() and agrees(). */
import {
  agrees, anyFunction, between, defineTheorem, diffusion, identity, measured, scalar, simulated, type Theorem,
} from '../../src/index.js'
import { mori2022 } from '../../theorems/sources.js'

const about = { id: 'mori2022/example', title: 'A double well', source: mori2022.at('Eq. (16)') } as const
const process = diffusion({
  state: { theta: scalar }, drift: '-diff(L(theta), theta)', diffusion: 'sqrt(2 * T * L(theta))',
})
const where = {
  'L(x)': 'Ls + (x^2 - 1)^2',
  c: '(Ls + 1) / Ls',
  kappa: 'sqrt(32) / (2 * pi) * c^(-(1 / 2 + 1 / T))',
  C1: '-1 / 2 + 3 / 16 * (c + 1) / (c - 1)',
}
const given = { T: between(0.4, 0.6, 'temperature'), Ls: between(0.7, 1, 'loss at the minima') }

/** Claims about functions, supported by identity(). */
export const functionTheorem = (claims: Readonly<Record<string, string>>): Theorem => defineTheorem({
  ...about, where, process,
  symbols: { ...given, f: anyFunction('test function'), g: anyFunction('test function') },
  claims: claims as Record<string, string>,
  evidence: Object.fromEntries(Object.keys(claims).map((name) => [name, [identity()]])) as never,
}) as Theorem

/** Claims about the mean passage M, supported by agrees() or simulated(). */
export const passageTheorem = (
  claims: Readonly<Record<string, string | { limit: string; then: string }>>,
  support: 'agrees' | 'simulated' = 'agrees',
): Theorem => defineTheorem({
  ...about, where, process,
  symbols: { ...given, M: measured.scalar('mean passage') },
  measure: { M: 'passage(theta, -1, 1)' },
  claims: claims as Record<string, string>,
  evidence: Object.fromEntries(Object.keys(claims).map((name) =>
    [name, [support === 'agrees' ? agrees() : simulated()]])) as never,
}) as Theorem
