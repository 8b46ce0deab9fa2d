/// <reference types="vite/types/importMeta.d.ts" />
/** Theorems of which one is refuted, one undecided and one ill-stated, as a user of the door would test them. */
import { describe, expect, test } from 'vitest'
import { testTheorems } from '../../src/vitest.js'
import fine from '../cli/theorems/fine.js'
import contrary from '../cli/theorems/mixed/contrary.js'
import open from '../cli/theorems/mixed/open.js'
import { fakeVerify } from '../suite/jobs/fake.js'

testTheorems(import.meta.glob('../cli/theorems/**/*.ts', { eager: true }), { verify: fakeVerify })

const verify = fakeVerify
test('matcher: what holds', () => expect(fine).toHold({ verify }))
test('matcher: what does not hold', () => expect(contrary).toHold({ verify }))
test('matcher: the claim that holds', () => expect(contrary).toHold({ verify, claims: ['right'] }))
test('matcher: not what does not hold', () => expect(contrary).not.toHold({ verify }))
test('matcher: not what holds', () => expect(fine).not.toHold({ verify }))
test('matcher: what is undecided', () => expect(open).toHold({ verify }))
test('matcher: not what is undecided', () => expect(open).not.toHold({ verify }))
test('matcher: a claim that is not there', () => expect(fine).toHold({ verify, claims: ['tow'] }))
test('matcher: no theorem', () => expect({ id: 'x' }).toHold({ verify }))

// at deep effort with random numbers that failed their test
const broken = { law: 'normal', name: 'moment 4', z: Infinity, ok: false } as const
const deep = { effort: 10, verify: fakeVerify, testGenerator: () => ({ ok: false, checks: [broken] }) }
describe('deep', () => {
  testTheorems(import.meta.glob('../cli/theorems/mixed/open.ts', { eager: true }), deep)
})
