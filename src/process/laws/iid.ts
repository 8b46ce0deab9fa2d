/** A vector with independent coordinates of one scalar law: E of a product is the product over coordinates. */
import { frozen } from '../frozen.js'
import type { Law } from './law.js'

/** Independent coordinates, each of the given scalar law. */
export const iid = <T>(of: Law<T>): Law<T> => frozen<Law<T>>({
  ...of,
  law: `iid ${of.law}`,
  isVector: true,
  ...(of.sampled ? { sampled: iid(of.sampled as Law) } : {}),
  moment: () => null,
  expectation: (indices, at) => {
    let product = at.ring.one
    for (const i of new Set(indices)) {
      const one = of.expectation(indices.filter((j) => j === i), at)
      if (one === undefined) return undefined
      product = at.ring.mul(product, one)
    }
    return product
  },
  draw: (at) => Array.from({ length: at.dimension }, () => of.draw(at)[0]!),
})
