/**
 * Are the language's own objects as they were? Worker threads are reused, so a module that alters
 * Math.random or Array.prototype would change the verdicts of others: it is refused instead.
 */
import { MessagePort } from 'node:worker_threads'

interface Watched {
  readonly object: object
  readonly keys: readonly PropertyKey[]
  readonly properties: readonly PropertyDescriptor[]
}

// kept from before any foreign module; the loops below count, for iterators may be altered too
const { getOwnPropertyDescriptor, is } = Object
const { ownKeys } = Reflect
const name = String

const builtIns = ['Object', 'Function', 'Array', 'String', 'Number', 'BigInt', 'Boolean', 'Symbol', 'Math', 'JSON',
  'Reflect', 'Promise', 'Map', 'Set', 'WeakMap', 'Date', 'RegExp', 'ArrayBuffer', 'DataView', 'Float64Array',
  'Uint8Array', 'Uint32Array', 'BigUint64Array', 'Atomics', 'WebAssembly', 'Proxy'] as const

/** Every property of the built-in functions and prototypes, and the global names of them. */
export const takeSnapshot = (): readonly Watched[] => watchedObjects().map((object) => {
  const keys = object === globalThis ? builtIns : ownKeys(object)
  return { object, keys, properties: keys.map((key) => getOwnPropertyDescriptor(object, key)!) }
})

/** The name of a property that differs from the snapshot; null where nothing does. New globals are no harm. */
export function alteredSince(snapshot: readonly Watched[]): string | null {
  for (let i = 0; i < snapshot.length; i++) {
    const altered = alteredIn(snapshot[i]!)
    if (altered !== null) return altered
  }
  return null
}

function alteredIn({ object, keys, properties }: Watched): string | null {
  for (let i = 0; i < keys.length; i++) {
    if (!sameProperty(getOwnPropertyDescriptor(object, keys[i]!), properties[i]!)) return name(keys[i])
  }
  const now = ownKeys(object)
  return object !== globalThis && now.length > keys.length ? name(now[now.length - 1]) : null
}

const sameProperty = (now: PropertyDescriptor | undefined, then: PropertyDescriptor): boolean =>
  now !== undefined && is(now.value, then.value) && now.get === then.get && now.set === then.set

function watchedObjects(): object[] {
  const owners = builtIns.map((global) => (globalThis as unknown as Record<string, object>)[global]!)
  const typed = Object.getPrototypeOf(Float64Array) as object
  const iterators = [[].values(), new Map().values(), new Set().values(), ''[Symbol.iterator]()]
  const all = [globalThis, ...[...owners, typed, MessagePort].flatMap(withPrototype), ...iterators.map(prototypeOf)]
  return [...new Set(all)]
}

const prototypeOf = (object: object): object => Object.getPrototypeOf(object) as object

const withPrototype = (owner: object): object[] => {
  const { prototype } = owner as { prototype?: object }
  return prototype ? [owner, prototype] : [owner]
}
