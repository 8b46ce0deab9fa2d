/** The state of a replica by name, over the list of its coordinates: what is written to one is read from the other. */
import type { Doubles, Shapes } from '../algorithm.js'
import type { Shape } from '../text.js'

// no variable can be called like a symbol
const coordinatesOf = Symbol('coordinates')
const arraysOf = Symbol('arrays')

interface Own {
  readonly [coordinatesOf]: Float64Array
  readonly [arraysOf]: Readonly<Record<string, Float64Array>>
}

type View = (coordinates: Float64Array) => Doubles<Shapes>
const known = new WeakMap<Shapes, Map<number, View>>()

/**
 * Views of coordinates, of one form for all so that code on them is compiled once; whole arrays may be assigned too.
 */
export function stateViews(shapes: Shapes, dimension: number): View {
  const views = known.get(shapes) ?? new Map<number, View>()
  known.set(shapes, views)
  if (!views.has(dimension)) views.set(dimension, viewsOf(placesOf(shapes, dimension)))
  return views.get(dimension)!
}

function viewsOf(places: readonly Place[]): View {
  const form = Object.create(null, Object.fromEntries(places.map(({ name, shape, at }) =>
    [name, shape === 'scalar' ? number(at) : array(name)]))) as object
  return (coordinates) => {
    const arrays = Object.fromEntries(places.map(({ name, at, size }) => [name, coordinates.subarray(at, at + size)]))
    const own = { [coordinatesOf]: { value: coordinates }, [arraysOf]: { value: arrays } }
    return Object.preventExtensions(Object.create(form, own) as Doubles<Shapes>)
  }
}

/** Coordinates of a variable. */
export const sizeOf = (shape: Shape, dimension: number): number =>
  ({ scalar: 1, vector: dimension, matrix: dimension ** 2 })[shape]

interface Place {
  readonly name: string
  readonly shape: Shape
  readonly at: number
  readonly size: number
}

function placesOf(shapes: Shapes, dimension: number): Place[] {
  let next = 0
  return Object.entries(shapes).map(([name, shape]) => {
    const [at, size] = [next, sizeOf(shape, dimension)]
    next += size
    return { name, shape, at, size }
  })
}

const number = (at: number): PropertyDescriptor & ThisType<Own> => ({
  get() { return this[coordinatesOf][at]! },
  set(x: number) { this[coordinatesOf][at] = x },
})

const array = (name: string): PropertyDescriptor & ThisType<Own> => ({
  get() { return this[arraysOf][name]! },
  set(xs: ArrayLike<number>) { this[arraysOf][name]!.set(xs) },
})
