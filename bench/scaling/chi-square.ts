/**
 * A sum of `degrees` squares of a Gaussian in one go: Marsaglia & Tsang, A simple method for generating gamma
 * variables, ACM TOMS 26(3), 2000.
 */
import type { Random } from '../../src/process/algorithm.js'

/** degrees >= 1 */
export function chiSquare(degrees: number, random: Random): number {
  // 2 Gamma(degrees / 2); below shape 1, one square more than a Gamma of a greater shape
  if (degrees < 2) return random.normal() ** 2
  const d = degrees / 2 - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  while (true) {
    const x = random.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(random.uniform()) < x * x / 2 + d - d * v + d * Math.log(v)) return 2 * d * v
  }
}
