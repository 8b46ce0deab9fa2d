/// <reference types="vite/types/importMeta.d.ts" />
/**
 * Every theorem of the package at a quick look, as a project of its own would test them; `npm run verify` does more.
 */
import { testTheorems } from '../src/vitest.js'

testTheorems(import.meta.glob('../theorems/**/*.ts', { eager: true }), { effort: 0.1, misprints: false })
