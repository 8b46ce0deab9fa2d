/// <reference types="vite/types/importMeta.d.ts" />
/** Every theorem of the package, at a quick look: the suite as its users would run it under vitest. */
import { testTheorems } from '../src/vitest.js'

testTheorems(import.meta.glob('../theorems/**/*.ts', { eager: true }), { effort: 0.1, precision: 0.05 })
