/** Bytes of the WebAssembly binary format (core specification 2.0, chapter 5): integers, floats, vectors, sections. */

/** Instructions before flattening; nesting keeps concatenation linear. */
export type Code = readonly (number | Code)[]

/** LEB128 of a non-negative integer below 2^32. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return [...bytes, rest]
}

/** Signed LEB128 of a 32- or 64-bit integer. */
export function signed(value: bigint): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest < -64n || rest > 63n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return [...bytes, Number(rest & 127n)]
}

/** The eight bytes of a double, lowest first. */
export function doubleBytes(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value, true)
  return Array.from({ length: 8 }, (_, i) => view.getUint8(i))
}

/** The eight bytes of a 64-bit word, lowest first. */
export function wordBytes(value: bigint): number[] {
  return Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n))
}

export function text(value: string): Code {
  const bytes = [...new TextEncoder().encode(value)]
  return [unsigned(bytes.length), bytes]
}

/** A count followed by the entries. */
export const list = (entries: readonly Code[]): Code => [unsigned(entries.length), ...entries]

/** Contents preceded by their length in bytes. */
export function sized(contents: Code): Code {
  return [unsigned(byteLength(contents)), contents]
}

export const section = (id: number, contents: Code): Code => [id, sized(contents)]

/** All bytes in order. */
export function flatten(code: Code): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteLength(code))
  write(code, bytes, 0)
  return bytes
}

function byteLength(code: Code): number {
  let length = 0
  for (const part of code) length += typeof part === 'number' ? 1 : byteLength(part)
  return length
}

function write(code: Code, bytes: Uint8Array, at: number): number {
  let end = at
  for (const part of code) {
    if (typeof part === 'number') bytes[end++] = part
    else end = write(part, bytes, end)
  }
  return end
}
