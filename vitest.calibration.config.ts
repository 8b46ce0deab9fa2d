/** The calibration project: minutes of counting, on demand. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/calibration/**/*.test.ts'], setupFiles: ['test/setup.ts'],
    globalSetup: ['test/calibration/table.ts'], testTimeout: 600_000,
  },
})
