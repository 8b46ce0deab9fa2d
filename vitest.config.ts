/** Tests run the sources as they are: the condition `source` makes 'assay' mean src/index.ts. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    // calibration takes minutes, the book a browser: both are run on demand
    exclude: ['test/calibration/**', 'test/book/**', '**/node_modules/**'],
    setupFiles: ['test/setup.ts', 'test/rounding.ts'],
  },
})
