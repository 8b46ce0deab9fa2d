/** What a proof records: its dimensions, its error, and every dimension at once where letters can say the claim. */
import { expect, test } from 'vitest'
import { compile } from '../../src/theorem/compile.js'
import type { Theorem } from '../../src/theorem/define.js'
import { follows, moments } from '../../src/theorem/support.js'
import { caseOf } from '../../src/verify/case.js'
import { identityError } from '../../src/verify/degree-bound.js'
import { plain } from '../refuted/twins.js'
import { judged, quick } from './judged.js'

const only = (name: string, then: unknown, evidence: unknown[]): Theorem =>
  ({
    ...plain, claims: { ...plain.claims, [name]: then }, evidence: { ...plain.evidence, [name]: evidence },
  }) as Theorem
const evidenceOf = async (theorem: Theorem, name: string) =>
  (await judged(theorem, { claims: [name] })).get(name)!.evidence[0]!

test('a matrix equation is proved for every dimension at once', async () => {
  const proof = await evidenceOf(only('balance', plain.claims.balance, [moments()]), 'balance')
  expect([proof.verdict, proof.dimensions]).toEqual(['proved', 'every'])
  expect(proof.log2Error).toBeLessThanOrEqual(-150)
})

test('a claim true for one weight only is refuted in two dimensions, with an exact witness there', async () => {
  const wrong = only('lag', 'Past == Sigma * (I - lambda * K)', [moments()])
  const { verdict, dimensions, counterexample } = await evidenceOf(wrong, 'lag')
  expect([verdict, dimensions]).toEqual(['refuted', [2]])
  expect(counterexample!.left).not.toBe(counterexample!.right)
})

test('more primes leave less error, and a higher dimension more', async () => {
  const at = caseOf(await compile(plain), quick)
  const balance = { claim: at.compiled.claims.get('balance')!, where: at.compiled.where, change: '' }
  const error = (dimension: number, primes: number): number => identityError(balance, [dimension], primes, at)
  expect(error(1, 3)).toBeLessThan(error(1, 2))
  expect(error(1, 3)).toBeLessThanOrEqual(error(3, 3))
})

test('what does not follow is refuted, what does is proved, and nothing follows from a claim that measures nothing',
  async () => {
    const commuting = 'K * C == C * K'
    const wrong =
      only('closedForm', { when: commuting, then: 'Sigma == lambda * C * inv(2 * K)' }, [follows('balance')])
    expect((await evidenceOf(wrong, 'closedForm')).verdict).toBe('refuted')
    expect((await evidenceOf(plain, 'closedForm')).verdict).toBe('proved')
})

test('a threshold decided at exact points is verified, never proved', async () => {
  const { verdict, inside, points } = await evidenceOf(plain, 'stability')
  expect(verdict).toBe('verified')
  expect(inside).toBeGreaterThan(0)
  expect(inside).toBeLessThan(points as number)
})

test('a law of the wrong kind of process is not decided', async () => {
  const { verdict } = await evidenceOf({
    ...plain, process: { ...plain.process, noise: {
      eta: { ...(plain.process as never as { noise: { eta: object } }).noise.eta, isGaussian: false },
    } },
  } as Theorem, 'gaussian')
  expect(verdict).toBe('undecided')
})
