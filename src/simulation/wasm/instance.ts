/** Turns the bytes of a module into callable functions; the few names of the WebAssembly interface that this needs. */

interface Interface {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> }
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean
}

const api = (globalThis as { WebAssembly?: Interface }).WebAssembly

export interface Instance {
  readonly buffer: ArrayBuffer
  readonly exports: Readonly<Record<string, (...operands: number[]) => number>>
}

/** Compiles and instantiates a module that imports nothing and exports its memory. */
export function instantiate(bytes: Uint8Array<ArrayBuffer>): Instance {
  if (api === undefined) throw new TypeError('this host has no WebAssembly: choose the javascript engine')
  const { exports } = new api.Instance(new api.Module(bytes))
  const memory = exports.memory as { readonly buffer: ArrayBuffer }
  return { buffer: memory.buffer, exports: exports as Instance['exports'] }
}

/** A module whose only function needs 128-bit vectors: (func (drop (v128.const 0))). */
const vectorProbe = Uint8Array.from([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 23, 1, 21, 0,
  0xfd, 12, ...new Array<number>(16).fill(0), 0x1a, 0x0b,
])

/** Whether the host runs WebAssembly with vectors. */
export const hasVectors: boolean = api !== undefined && api.validate(vectorProbe)
