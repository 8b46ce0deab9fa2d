/** Runs the planted theorems only, apart from the tests of the package. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['source'] },
  test: { include: ['planted.ts'] },
})
