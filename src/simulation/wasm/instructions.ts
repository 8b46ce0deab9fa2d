/**
 * The WebAssembly instructions that the kernels use, each a function from the code of its operands to code
 * (core specification 2.0, appendix "Index of instructions").
 */
import { doubleBytes, signed, unsigned, wordBytes } from './encoding.js'
import type { Code } from './encoding.js'

type Operation = (...operands: readonly Code[]) => Code

const plain = (opcode: number): Operation => (...operands) => [...operands, opcode]
const vector = (opcode: number): Operation => (...operands) => [...operands, 0xfd, unsigned(opcode)]
const lane = (opcode: number) => (a: Code, index: number): Code => [a, 0xfd, unsigned(opcode), index]
const load = (opcode: Code, align: number) => (address: Code, offset = 0): Code =>
  [address, opcode, align, unsigned(offset)]
const store = (opcode: Code, align: number) => (address: Code, value: Code, offset = 0): Code =>
  [address, value, opcode, align, unsigned(offset)]

export const i32 = {
  constant: (value: number): Code => [0x41, signed(BigInt(value))],
  eqz: plain(0x45), eq: plain(0x46), ne: plain(0x47), ltU: plain(0x49),
  add: plain(0x6a), sub: plain(0x6b), and: plain(0x71), shl: plain(0x74), shrU: plain(0x76),
  wrap: plain(0xa7), truncate: plain(0xab), load: load([0x28], 2), store: store([0x36], 2),
} as const

export const i64 = {
  constant: (value: bigint): Code => [0x42, signed(BigInt.asIntN(64, value))],
  add: plain(0x7c), or: plain(0x84), xor: plain(0x85), shl: plain(0x86), shrU: plain(0x88), rotl: plain(0x89),
  fromDouble: plain(0xbd), load: load([0x29], 3), store: store([0x37], 3),
} as const

export const f64 = {
  constant: (value: number): Code => [0x44, doubleBytes(value)],
  lt: plain(0x63), gt: plain(0x64), le: plain(0x65), neg: plain(0x9a), trunc: plain(0x9d),
  add: plain(0xa0), sub: plain(0xa1), mul: plain(0xa2), div: plain(0xa3), fromWord: plain(0xbf),
  load: load([0x2b], 3), store: store([0x39], 3),
} as const

export const v128 = {
  load: load([0xfd, 0], 4), loadSplat: load([0xfd, 10], 3), store: store([0xfd, 11], 4),
  not: vector(77), and: vector(78), or: vector(80), xor: vector(81), anyTrue: vector(83),
  /** bits of a where the mask is set, of b elsewhere */
  select: (a: Code, b: Code, mask: Code): Code => [a, b, mask, 0xfd, 82],
  /** the pair (lane i of a and b joined, lane j of them), lanes 0, 1 from a and 2, 3 from b */
  pick: (a: Code, b: Code, i: number, j: number): Code =>
    [a, b, 0xfd, 13, [i, j].flatMap((k) => Array.from({ length: 8 }, (_, byte) => 8 * k + byte))],
} as const

export const i32x4 = { lane: lane(27) } as const

export const i64x2 = {
  constant: (value: bigint): Code => [0xfd, 12, wordBytes(value), wordBytes(value)],
  splat: vector(18), lane: lane(29), allTrue: vector(195), bitmask: vector(196),
  shl: vector(203), shrU: vector(205), add: vector(206), sub: vector(209),
} as const

export const f64x2 = {
  constant: (value: number): Code => [0xfd, 12, doubleBytes(value), doubleBytes(value)],
  splat: vector(20), lane: lane(33),
  replace: (a: Code, index: number, value: Code): Code => [a, value, 0xfd, 34, index],
  eq: vector(71), lt: vector(73), gt: vector(74), ge: vector(76), floor: vector(117),
  abs: vector(236), neg: vector(237), sqrt: vector(239),
  add: vector(240), sub: vector(241), mul: vector(242), div: vector(243), min: vector(244), max: vector(245),
  /** b < a ? b : a */
  pmin: vector(246),
  /** a < b ? b : a */
  pmax: vector(247),
} as const

/** Copies bytes of the memory; the ranges may overlap. */
export const copyBytes = (to: Code, from: Code, bytes: Code): Code => [to, from, bytes, 0xfc, 10, 0, 0]

/** Repeats the body while the condition, evaluated after it, holds. */
export const repeatWhile = (condition: Code, ...body: readonly Code[]): Code =>
  [0x03, 0x40, ...body, condition, 0x0d, 0, 0x0b]

/** Repeats the body while the condition, evaluated before it, holds. */
export const repeatWhileFirst = (condition: Code, ...body: readonly Code[]): Code =>
  [0x03, 0x40, condition, 0x04, 0x40, ...body, 0x0c, 1, 0x0b, 0x0b]

/** Repeats the body while the condition holds and the reason to leave does not, both evaluated after it. */
export const repeatUnless = (reason: Code, condition: Code, ...body: readonly Code[]): Code =>
  [0x02, 0x40, 0x03, 0x40, ...body, reason, 0x0d, 1, condition, 0x0d, 0, 0x0b, 0x0b]

/** Repeats until the body returns; nothing follows. */
export const forever = (...body: readonly Code[]): Code => [0x03, 0x40, ...body, 0x0c, 0, 0x0b, 0x00]

export const when = (condition: Code, ...body: readonly Code[]): Code => [condition, 0x04, 0x40, ...body, 0x0b]

export const choose = (condition: Code, then: Code, otherwise: Code): Code =>
  [condition, 0x04, 0x40, then, 0x05, otherwise, 0x0b]

/** condition ? a : b, both evaluated. */
export const select = (a: Code, b: Code, condition: Code): Code => [a, b, condition, 0x1b]

export const returns = (value: Code): Code => [value, 0x0f]
