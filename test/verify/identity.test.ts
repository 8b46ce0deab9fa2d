import { expect, test } from 'vitest'
import { checkTheorem } from '../../src/theorem/check.js'
import { judged, verdicts } from './judged.js'
import { functionTheorem } from './wells.js'

test('identities of the generator hold for every test function, and wrong ones fall', async () => {
  expect(await verdicts(functionTheorem({
    definition: `generator(f(theta))
      == T * L(theta) * diff(f(theta), theta, 2) - diff(L(theta), theta) * diff(f(theta), theta)`,
    square: 'generator(f(theta)^2) - 2 * f(theta) * generator(f(theta)) == 2 * T * L(theta) * diff(f(theta), theta)^2',
    polarised: `generator(f(theta) * g(theta)) - f(theta) * generator(g(theta)) - g(theta) * generator(f(theta))
      == 2 * T * L(theta) * diff(f(theta), theta) * diff(g(theta), theta)`,
    half: `generator(f(theta))
      == T / 2 * L(theta) * diff(f(theta), theta, 2) - diff(L(theta), theta) * diff(f(theta), theta)`,
    swapped: 'generator(f(theta)) == generator(g(theta))',
  }))).toEqual({ definition: 'proved', square: 'proved', polarised: 'proved', half: 'refuted', swapped: 'refuted' })
})

test('of all powers of the loss only the stationary density carries no current', async () => {
  expect(await verdicts(functionTheorem({
    power: 'current(L(theta)^(-(1 + 1 / T))) == 0',
    withoutOne: 'current(L(theta)^(-1 / T)) == 0',
    stratonovich: 'current(L(theta)^(-(1 / 2 + 1 / T))) == 0',
    boltzmann: 'current(exp(-L(theta) / T)) == 0',
  }))).toEqual({ power: 'proved', withoutOne: 'refuted', stratonovich: 'refuted', boltzmann: 'refuted' })
})

test('a proof states its error, and a refutation shows values of the function and its derivatives', async () => {
  const reports = await judged(functionTheorem({
    right: 'generator(theta) == -diff(L(theta), theta)', wrong: 'generator(f(theta)) == f(theta)',
  }))
  expect(reports.get('right')!.evidence[0]!.log2Error).toBeLessThan(-100)
  const { parameters, left, right } = reports.get('wrong')!.counterexample!
  expect(Object.keys(parameters)).toEqual(expect.arrayContaining(["f'(theta)", 'theta', 'T']))
  expect(left).not.toBe(right)
})

test('states and arbitrary functions are refused where they mean nothing', async () => {
  const faults = async (claim: string): Promise<string> =>
    (await checkTheorem(functionTheorem({ claim }))).faults.map(({ message }) => message).join()
  expect(await faults('theta == T')).toMatch(/"theta" is not a symbol/)
  expect(await faults('generator(h(theta)) == 0')).toMatch(/"h"/)
  expect(await faults('generator(f(theta, T)) == 0')).toMatch(/f\(\) takes 1 operand, not 2/)
})
