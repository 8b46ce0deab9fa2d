/** Whole numbers, such as a batch size: small ones mostly, since 1/S is where formulas differ. */
import { refuse } from '../../symbolic/errors.js'
import { rational } from '../../symbolic/rings/rational.js'
import { scalarOf, scalarValue } from '../../symbolic/value.js'
import type { Domain, DomainOptions } from '../domain.js'

export interface CountOptions extends DomainOptions {
  /** smallest value; default 1 */
  readonly least?: number
}

/** A whole number. As a generic point it is 1/u with u random, so that moments stay polynomial in u = 1/S. */
export function count(describes: string, { least = 1, ...options }: CountOptions = {}): Domain<'given'> {
  if (!Number.isSafeInteger(least) || least < 1) {
    refuse('BAD_DOMAIN', `count with least ${least}; give a whole number >= 1`)
  }
  return Object.freeze({
    role: 'given', shape: 'scalar', rows: '1', columns: '1', symmetric: true, describes, whole: true, scaled: false,
    range: { plain: (x) => `${x} >= ${least}, whole`, tex: (x) => `${x} \\in \\{${least}, ${least + 1}, \\dots\\}` },
    ...options,
    point: ({ ring, random }) => scalarValue(ring.div(ring.one, random())),
    draw: ({ fc }) => fc.oneof(
      { arbitrary: fc.integer({ min: Math.max(2, least), max: Math.max(2, least) + 6 }), weight: 6 },
      { arbitrary: fc.integer({ min: least, max: least + 31 }), weight: 2 },
      { arbitrary: fc.constant(least), weight: 1 },
    ).map((n) => scalarValue(rational(n))),
    contains: (value) => {
      const x = scalarOf(value)
      return x.denominator === 1n && x.numerator >= BigInt(least)
    },
  } satisfies Domain<'given'>)
}
