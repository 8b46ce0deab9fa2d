/** Door 2: what vitest says of theorems, one test per claim. */
import { execFile } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { testTheorems } from '../src/vitest.js'

interface Assertion { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] }
let tests: readonly Assertion[] = []
const find = (name: string) => tests.find(({ fullName }) => fullName.includes(name))

beforeAll(async () => {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/door/vitest.config.ts', '--reporter=json']
  const text = await new Promise<string>((resolve) => { execFile(process.execPath, args, (_, stdout) => resolve(stdout)) })
  const report = JSON.parse(text.slice(text.indexOf('{'))) as { testResults: { assertionResults: Assertion[] }[] }
  tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
}, 30_000)

test('there is one test per claim, and one for an ill-stated module', () => {
  expect(tests.map(({ status }) => status).sort()).toEqual(['failed', 'failed', 'failed', 'passed', 'passed', 'passed'])
})

test('a refuted claim fails with its counterexample', () => {
  expect(find('mixed/contrary: title of mixed/contrary wrong')).toMatchObject({ status: 'failed' })
  expect(find('contrary wrong')?.failureMessages.join()).toMatch(/mu +1\/2[^]*left +1[^]*right +2/)
})

test('an undecided claim fails, for it is not green', () => expect(find('mixed/open')?.status).toBe('failed'))
test('an ill-stated module fails with the way out', () =>
  expect(find('ill.ts')?.failureMessages.join()).toContain('export default defineTheorem'))
test('a claim that came out passes', () => expect(find('fine: title of fine one')?.status).toBe('passed'))

test('no theorem at all is an error, never a green run', () => {
  expect(() => testTheorems({ './sources.ts': {} })).toThrow('no theorem among the modules')
})
