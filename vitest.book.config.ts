/** The book in a real browser: needs Debian's chromium, or another named by CHROMIUM. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: { include: ['test/book/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
})
