/** The values a step starts from, read from memory: constants and parameters in both lanes, states and variates. */
import type { Node, Program } from '../../process/program.js'
import type { Code } from './encoding.js'
import { f64x2, i32, v128 } from './instructions.js'
import type { Layout } from './layout.js'
import type { Local } from './module.js'

/** A program and where the arrays of its block lie. */
export interface Arrays {
  readonly program: Program
  readonly lanes: number
  readonly layout: Layout
}

export interface Frame extends Arrays {
  /** vectors in a tile */
  readonly width: number
}

/** Where a tile stands: bytes into every array, bytes into the slots of the sample. */
export interface Cursors {
  readonly r: Local
  readonly sample: Local
}

export type Leaf = Extract<Node, { op: 'state' | 'noise' | 'sample' }>

export const isFixed = ({ op }: Node): boolean => op === 'constant' || op === 'parameter'

export const isLeaf = (node: Node): node is Leaf =>
  node.op === 'state' || node.op === 'noise' || node.op === 'sample'

/** A constant or parameter. */
export function fixedValue({ program, layout }: Arrays, i: number): Code {
  const node = program.nodes[i]!
  if (node.op === 'constant') return f64x2.constant(node.value)
  if (node.op !== 'parameter') throw new TypeError(`${node.op} is not fixed`)
  return v128.loadSplat(i32.constant(layout.parameters + 8 * node.index))
}

/** The cursor that a leaf is read at. */
export const leafCursor = ({ r, sample }: Cursors, { op }: Leaf): Local => (op === 'sample' ? sample : r)

/** A leaf for vector q of the tile at a cursor. */
export function leafValue({ program, lanes, layout }: Arrays, { op, index }: Leaf, cursor: Local, q: number): Code {
  const first = op === 'state' ? layout.state : layout.variates
  const row = op === 'sample' ? program.noise.length + index : index
  return v128.load(cursor.get, first + 8 * lanes * row + 16 * q)
}
