/** Tests run the sources as they are: the condition `source` makes 'assay' mean src/index.ts. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    // minutes of counting, a browser, minutes of killing: these are run on demand
    exclude: ['test/calibration/**', 'test/book/**', 'test/crash/**', '**/node_modules/**'],
    setupFiles: ['test/setup.ts', 'test/rounding.ts'],
  },
})
