/** Whatever a module changes of the language is noticed. */
import { expect, test } from 'vitest'
import { alteredSince, takeSnapshot } from '../../src/suite/globals.js'

const snapshot = takeSnapshot()
type Behaviour = (this: unknown, ...args: unknown[]) => unknown

/** Replaces a property by one that behaves the same, looks, and puts it back. */
function foundAfterChanging(object: object, key: string): string | null {
  const before = Object.getOwnPropertyDescriptor(object, key)
  const original: unknown = before?.value
  const value = typeof original === 'function'
    ? imitation(original as Behaviour) : Object.create(original as object ?? null)
  Object.defineProperty(object, key, { value, configurable: true, writable: true, enumerable: false })
  const found = alteredSince(snapshot)
  if (before) Object.defineProperty(object, key, before)
  else Reflect.deleteProperty(object, key)
  return found
}

function imitation(original: Behaviour): Behaviour {
  return function (...args) { return original.apply(this, args) }
}

test.each<[string, object, string]>([
  ['Math.random', Math, 'random'], ['Array.prototype.map', Array.prototype, 'map'], ['JSON.parse', JSON, 'parse'],
  ['Number.isFinite', Number, 'isFinite'], ['the iterator of arrays', Object.getPrototypeOf([].values()), 'next'],
  ['a new method of every object', Object.prototype, 'extra'], ['the name Math itself', globalThis, 'Math'],
  ['the sorting of typed arrays', Object.getPrototypeOf(Float64Array.prototype), 'sort'],
])('%s', (_, object, key) => expect(foundAfterChanging(object, key)).toBe(key))

test('nothing is reported where nothing changed, and a new global is no harm', () => {
  expect(foundAfterChanging(globalThis, 'somethingNew')).toBe(null)
  expect(alteredSince(snapshot)).toBe(null)
})
