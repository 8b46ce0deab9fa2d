/**
 * Catoni's influence function phi(x) = sign(x) ln(1 + |x| + x^2 / 2): grows like a logarithm, yet
 * exp(phi(x)) <= 1 + x + x^2 / 2, so a variance bound is all that a test of the mean needs (Catoni 2012, section 2).
 */

/** phi(x); finite for every finite x. */
export function phi(x: number): number {
  const size = Math.abs(x)
  // beyond 1e100 the square would overflow, and the linear terms are below rounding
  const log = size < 1e100 ? Math.log1p(size + size * size / 2) : 2 * Math.log(size) - Math.LN2
  return x < 0 ? -log : log
}
