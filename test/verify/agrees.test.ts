import { expect, test } from 'vitest'
import { judged, verdicts } from './judged.js'
import { passageTheorem } from './wells.js'

const closed = 'integral(y, -1, 1, L(y)^(1 / T) * integral(z, -infinity, y, L(z)^(-1 - 1 / T))) / T'

test('the passage agrees with its double integral, and with nothing close to it', async () => {
  const reports = await judged(passageTheorem({
    exact: `M == ${closed}`,
    near: `M == 1.0000001 * ${closed}`,
    stratonovich: `M
      == integral(y, -1, 1, L(y)^(1 / T - 1 / 2) * integral(z, -infinity, y, L(z)^(-1 / 2 - 1 / T))) / T`,
    halved: 'M == integral(y, -1, 1, L(y)^(1 / T) * integral(z, -1, y, L(z)^(-1 - 1 / T))) / T',
  }))
  expect([...reports.values()].map(({ verdict }) => verdict)).toEqual(['verified', 'refuted', 'refuted', 'refuted'])
  expect(reports.get('exact')!.evidence[0]!.digits).toBeGreaterThanOrEqual(10)
  expect(Object.keys(reports.get('near')!.counterexample!.parameters)).toEqual(['T', 'Ls'])
})

test('a limit is told from constants that are off, and its order from wrong orders', async () => {
  const limit = 'T -> 0'
  expect(await verdicts(passageTheorem({
    rate: { limit, then: 'M * kappa == 1' },
    slower: { limit, then: 'M * kappa * (1 + T) == 1' },
    off: { limit, then: 'M * kappa == 1 + 1 / 1000' },
    first: { limit, then: '(M * kappa - 1) / T == C1' },
    firstOff: { limit, then: '(M * kappa * (1 + T) - 1) / T == C1' },
    wrongPower: { limit, then: 'M * kappa * sqrt(c) == 1' },
    arrhenius: { limit, then: 'M * sqrt(32) / (2 * pi) * exp(-(c - 1) / T) == 1' },
    runsAway: { limit, then: 'M == 1' },
  }))).toEqual({
    rate: 'verified', slower: 'verified', off: 'refuted', first: 'verified', firstOff: 'refuted', wrongPower: 'refuted',
    arrhenius: 'refuted', runsAway: 'refuted',
  })
})

test('what has no number is undecided, never verified', async () => {
  expect(await verdicts(passageTheorem({
    pole: 'M == M + 0 * log(Ls - 2)',
    divergent: 'M == integral(x, 0, infinity, 1)',
    pole2: { limit: 'T -> 0', then: 'M + log(Ls - 2) == M' },
  }))).toEqual({ pole: 'undecided', divergent: 'undecided', pole2: 'undecided' })
})

test('a limit that is approached too slowly to be told from its neighbours is left open', async () => {
  const slow = { limit: 'T -> 0', then: 'M * kappa + T^(1 / 8) == 1' }
  expect(await verdicts(passageTheorem({ slow }))).toEqual({ slow: 'undecided' })
})

test('simulated passages verify the double integral and refute a wrong one', async () => {
  expect(await verdicts(passageTheorem({ exact: `M == ${closed}`, wrong: `M == 1.3 * ${closed}` }, 'simulated')))
    .toEqual({ exact: 'verified', wrong: 'refuted' })
})
