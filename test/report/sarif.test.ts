/** SARIF 2.1.0 as its schema asks for it: what is required is there, of the right form, and nothing else is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sarif } from '../../src/report/sarif.js'
import { claimReport, refuted, suiteReport, theoremReport } from './reports.js'
import { offences, type Form } from './sarif-form.js'

const text: Form = { required: { text: 'string' } }
const form: Form = {
  required: {
    version: /^2\.1\.0$/,
    runs: [{
      required: {
        tool: { required: { driver: {
          required: { name: 'string', rules: [{ required: { id: 'string', shortDescription: text } }] },
          optional: { semanticVersion: /^\d+\.\d+\.\d+$/ } } } },
        results: [{
          required: {
            message: text, ruleId: 'string', level: /^(none|note|warning|error)$/,
            locations: [{ required: { physicalLocation: { required: {
              artifactLocation: { required: { uri: /^[\w.~!$&'()*+,;=:@%/-]+$/ } },
              region: { required: { startLine: 'positive' } } } } } }],
          },
          optional: { partialFingerprints: { required: { 'assayClaim/v1': 'string' } } },
        }],
      },
    }],
  },
  optional: { $schema: 'string' },
}

const anyFile =
  fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }).map((parts) => `x/${parts.join('/')}`)

test('the log has the form of the schema, whatever modules, claims and messages are called', () => {
  fc.assert(fc.property(anyFile, fc.string(), fc.string(), (file, name, message) => {
    const claims = [claimReport(), { ...refuted, name }, claimReport({ verdict: 'undecided' })]
    const faults = [{ file, claim: name, code: 'X', message }, { file, claim: null, code: 'Y', message }]
    expect(offences(JSON.parse(JSON.stringify(sarif(suiteReport([theoremReport({ file, claims })], faults)))), form))
      .toEqual([])
  }))
})

test('the form is no empty promise: a log without a line or with an unknown level is refused', () => {
  const log = sarif(suiteReport([theoremReport({ claims: [refuted] })]))
  const change = (from: string, to: string): unknown => JSON.parse(JSON.stringify(log).replace(from, to))
  expect(offences(change('"startLine":1', '"startLine":0'), form))
    .toEqual(['runs.0.results.0.locations.0.physicalLocation.region.startLine'])
  expect(offences(change('"level":"error"', '"level":"bad"'), form)).toEqual(['runs.0.results.0.level'])
  expect(offences(change('"ruleId"', '"rule"'), form)).toEqual(['runs.0.results.0.ruleId', 'runs.0.results.0.rule'])
})

test('each way not to come out has its rule, every result names a rule of the log, and a green run has no result',
  () => {
    const survivors = { total: 2, killed: 1, equivalent: 0, survivors: ['x'], by: {}, tried: {} }
    const claims = [refuted, claimReport({ verdict: 'undecided' }), claimReport({ verdict: 'invalid' }),
      claimReport({ expected: 'refuted' }), claimReport({ misprints: survivors, asExpected: false }), claimReport()]
    const [log] = sarif(suiteReport([theoremReport({ claims })])).runs
    const found = log.results.map(({ ruleId }) => ruleId)
    expect([...found].sort()).toEqual(['invalid', 'not-refuted', 'refuted', 'survivor', 'undecided'])
    expect(log.tool.driver.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(found))
    expect(sarif(suiteReport([theoremReport()])).runs[0].results).toEqual([])
})
