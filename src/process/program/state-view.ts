/** The state of a replica by name, over the list of its coordinates: what is written to one is read from the other. */
import type { Doubles, Shapes } from '../algorithm.js'
import type { Shape } from '../text.js'

/** A view of the coordinates; a whole array may be assigned as well as its entries. */
export function stateView(shapes: Shapes, coordinates: Float64Array, dimension: number): Doubles<Shapes> {
  const view: Doubles<Shapes> = {}
  let at = 0
  for (const [name, shape] of Object.entries(shapes)) {
    const size = sizeOf(shape, dimension)
    Object.defineProperty(view, name, shape === 'scalar' ? number(coordinates, at) : array(coordinates, at, size))
    at += size
  }
  return Object.preventExtensions(view)
}

/** Coordinates of a variable. */
export const sizeOf = (shape: Shape, dimension: number): number =>
  ({ scalar: 1, vector: dimension, matrix: dimension ** 2 })[shape]

const number = (coordinates: Float64Array, at: number): PropertyDescriptor => ({
  enumerable: true,
  get: () => coordinates[at]!,
  set: (x: number) => { coordinates[at] = x },
})

function array(coordinates: Float64Array, at: number, size: number): PropertyDescriptor {
  const entries = coordinates.subarray(at, at + size)
  return { enumerable: true, get: () => entries, set: (xs: ArrayLike<number>) => entries.set(xs) }
}
