/// <reference types="vite/types/importMeta.d.ts" />
/** Theorems of which one is refuted, one undecided and one ill-stated, as a user of the door would test them. */
import { testTheorems } from '../../src/vitest.js'
import { fakeVerify } from '../suite/jobs/fake.js'

testTheorems(import.meta.glob('../cli/theorems/**/*.ts', { eager: true }), { verify: fakeVerify })
