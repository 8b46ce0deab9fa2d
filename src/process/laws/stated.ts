/**
 * A centred number known by the moments its author states; a moment that is needed and not stated is an error, never
 * zero.
 */
import { gaussian, scaledNormal } from './gaussian.js'
import type { Law } from './law.js'
import { scalarLaw } from './scalar-law.js'

export type StatedMoments = {
  readonly variance: string
  readonly third?: string
  readonly fourth?: string
  readonly fifth?: string
  readonly sixth?: string
  readonly seventh?: string
  readonly eighth?: string
}

/**
 * A law with mean 0 and the stated moments. Simulation draws it as `drawn`, by default as a normal of that variance:
 * give `drawn` where a higher moment differs from the normal's and matters.
 */
export function centred<const M extends StatedMoments>(moments: M, drawn?: Law): Law<M> {
  const { variance, third, fourth, fifth, sixth, seventh, eighth } = moments as StatedMoments
  const stated = ['1', '0', variance, third, fourth, fifth, sixth, seventh, eighth]
  return scalarLaw<M>({
    law: 'centred',
    texts: moments,
    moment: (k) => stated[k] ?? null,
    sampled: drawn ?? gaussian({ variance }),
    draw: (at) => (drawn ? drawn.draw(at)[0]! : scaledNormal(variance, at)),
  })
}
