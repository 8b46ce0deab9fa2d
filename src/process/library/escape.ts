/**
 * SGD as a one-dimensional Ito equation whose noise follows the loss:
 * d theta = -L'(theta) dt + sqrt(2 eta L(theta) h / B) dW (Mori, Ziyin, Liu and Ueda 2022, eq. 9).
 */
import { diffusion, scalar } from '../text.js'

interface EscapeTexts<L extends string, E extends string, H extends string, B extends string> {
  /** name of a definition with one parameter, such as 'L' for "L(x)" */
  readonly loss: L
  readonly learningRate: E
  /** curvature at the minimum */
  readonly curvature: H
  readonly batch: B
}

/** The escape equation of SGD; `exit` states the ends at which a path stops. */
export const escape = <const L extends string, const E extends string, const H extends string, const B extends string>(
  of: EscapeTexts<L, E, H, B> & { readonly exit?: { readonly below?: string; readonly above?: string } },
) => diffusion({
    state: { theta: scalar },
    drift: `-diff(${of.loss}(theta), theta)` as const,
    diffusion: `sqrt(2 * (${of.learningRate}) * ${of.loss}(theta) * (${of.curvature}) / (${of.batch}))` as const,
    ...(of.exit ? { exit: of.exit } : {}),
  })
