/** Door 2: what vitest says of theorems, one test per claim. */
import { execFile } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { type ClaimFinding, testTheorems } from '../src/vitest.js'

interface Assertion { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[]
  readonly meta: { readonly assay?: readonly ClaimFinding[] } }
let tests: readonly Assertion[] = []
const find = (name: string) => tests.find(({ fullName }) => fullName.includes(name))

beforeAll(async () => {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/door/vitest.config.ts', '--reporter=json']
  const text =
    await new Promise<string>((resolve) => { execFile(process.execPath, args, (_, stdout) => resolve(stdout)) })
  const report = JSON.parse(text.slice(text.indexOf('{'))) as { testResults: { assertionResults: Assertion[] }[] }
  tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
}, 30_000)

test('there is one test per claim, and one for an ill-stated module', () => {
  const ofModules = tests.filter(({ fullName }) => !fullName.startsWith('matcher'))
  expect(ofModules.map(({ status }) => status).sort())
    .toEqual(['failed', 'failed', 'failed', 'failed', 'passed', 'passed', 'passed'])
})

test('a refuted claim fails with its counterexample', () => {
  expect(find('mixed/contrary: title of mixed/contrary wrong')).toMatchObject({ status: 'failed' })
  expect(find('contrary wrong')?.failureMessages.join()).toMatch(/mu +1\/2[^]*left +1[^]*right +2/)
})

test('an undecided claim fails, for it is not green', () => expect(find('mixed/open')?.status).toBe('failed'))
test('an ill-stated module fails with the way out', () =>
  expect(find('ill.ts')?.failureMessages.join()).toContain('export default defineTheorem'))
test('a claim that came out passes', () => expect(find('fine: title of fine one')?.status).toBe('passed'))

test.each([
  ['what holds', 'passed'], ['what does not hold', 'failed'], ['the claim that holds', 'passed'],
  ['not what does not hold', 'passed'], ['not what holds', 'failed'],
  ['what is undecided', 'failed'], ['not what is undecided', 'failed'], ['a claim that is not there', 'failed'],
  ['no theorem', 'failed'],
])('toHold: %s has %s', (name,
status) => expect(tests.find(({ fullName }) => fullName === `matcher: ${name}`)?.status).toBe(status))

test('toHold fails with every complaint and its counterexample', () =>
  expect(find('matcher: what does not hold')?.failureMessages.join())
    .toMatch(/contrary does not hold[^]*mu +1\/2[^]*right +2/))

test('what was found is in the meta of each test, for reporters', () => {
  expect(find('contrary wrong')?.meta.assay).toMatchObject([{ theorem: 'mixed/contrary', claim: 'wrong',
    verdict: 'refuted', asExpected: false,
      counterexample: { parameters: { mu: '1/2' } }, evidence: [{ kind: 'fake', verdict: 'refuted' }] }])
  expect(find('matcher: what holds')?.meta.assay?.map(({ claim, verdict }) => [claim, verdict]))
    .toEqual([['one', 'proved'], ['two', 'verified']])
})

test('a deep look with random numbers that break known laws fails every claim', () => {
  expect(find('deep')?.failureMessages.join()).toMatch(/BAD_GENERATOR: .*normal: moment 4/)
})

test('no theorem at all is an error, never a green run', () => {
  expect(() => testTheorems({ './sources.ts': {} })).toThrow('no theorem among the modules')
})
