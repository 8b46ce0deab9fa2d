/**
 * Two computations of one number agree to rounding: the only closeness that a test of a random quantity may ask for.
 */
import { expect } from 'vitest'

const ROUNDING = 1e-8

interface RoundingMatchers<R = unknown> {
  /** the same number up to rounding, relative or absolute */
  toAgreeWith(other: number): R
}

declare module 'vitest' {
  // eslint-disable-next-line typescript/no-empty-object-type
  interface Matchers<T = any> extends RoundingMatchers<T> {}
}

expect.extend({
  toAgreeWith(found: number, other: number) {
    const size = Math.max(Math.abs(found), Math.abs(other))
    return {
      pass: Math.abs(found - other) <= ROUNDING * Math.max(size, 1e-6),
      message: () => `expected ${found} and ${other} to be one number up to rounding`,
    }
  },
})
