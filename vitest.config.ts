import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: { include: ['test/**/*.test.ts'], exclude: ['test/calibration/**', '**/node_modules/**'], setupFiles: ['test/setup.ts'] },
})
