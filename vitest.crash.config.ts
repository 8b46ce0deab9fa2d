/** The crash project: minutes of killing what runs, on demand. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/crash/**/*.test.ts'], setupFiles: ['test/setup.ts'], testTimeout: 900_000, hookTimeout: 60_000,
  },
})
