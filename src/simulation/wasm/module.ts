/**
 * A WebAssembly module with one exported memory, from functions written as code (core specification 2.0, section 5.5).
 */
import { flatten, list, section, sized, text, unsigned } from './encoding.js'
import type { Code } from './encoding.js'

const typeBytes = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const
export type ValueType = keyof typeof typeBytes

export interface Local {
  readonly get: Code
  readonly set: (value: Code) => Code
  readonly tee: (value: Code) => Code
}

/** Makes a new local of the function being written. */
export type NewLocal = (type: ValueType) => Local

/** Several locals of one type, by name. */
export function locals<Name extends string>(
  local: NewLocal, type: ValueType, ...names: readonly Name[]
): Record<Name, Local> {
  return Object.fromEntries(names.map((name) => [name, local(type)])) as Record<Name, Local>
}

/** Code that calls a function. */
export type Call = (...operands: readonly Code[]) => Code

export interface ModuleBuilder {
  /** Adds a function; its body gets the parameters as locals. */
  readonly define: (
    params: readonly ValueType[],
    results: readonly ValueType[],
    body: (params: readonly Local[], local: NewLocal) => Code,
  ) => Call
  readonly expose: (name: string, call: Call) => void
  /** The bytes of the module with a memory of so many bytes. */
  readonly bytes: (memory: number) => Uint8Array<ArrayBuffer>
}

export function moduleBuilder(): ModuleBuilder {
  const types: Code[] = []
  const bodies: Code[] = []
  const exported: Code[] = [[text('memory'), 2, 0]]
  const indices = new Map<Call, number>()
  return {
    define(params, results, body) {
      const index = bodies.length
      const declared: ValueType[] = [...params]
      const local: NewLocal = (type) => localNumber(declared.push(type) - 1)
      const code = body(params.map((_, i) => localNumber(i)), local)
      types.push([0x60, list(params.map(typeCode)), list(results.map(typeCode))])
      const extra = declared.slice(params.length).map((type) => [1, typeBytes[type]])
      bodies.push(sized([list(extra), code, 0x0b]))
      const call: Call = (...operands) => [...operands, 0x10, unsigned(index)]
      indices.set(call, index)
      return call
    },
    expose: (name, call) => void exported.push([text(name), 0, unsigned(indices.get(call)!)]),
    bytes: (memory) =>
      flatten([
        [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        section(1, list(types)),
        section(3, list(bodies.map((_, i) => unsigned(i)))),
        section(5, list([[0, unsigned(Math.ceil(memory / 65536))]])),
        section(7, list(exported)),
        section(10, list(bodies)),
      ]),
  }
}

const typeCode = (type: ValueType): Code => [typeBytes[type]]

function localNumber(index: number): Local {
  const number = unsigned(index)
  return { get: [0x20, number], set: (value) => [value, 0x21, number], tee: (value) => [value, 0x22, number] }
}
