/**
 * Mean first-passage time of a diffusion (x, r) from a point of the axis r = 0 to the line x = to, by finite volumes.
 * With g = 2 a / b^2 along an edge, a cell is left over it at the rate
 *
 *     b^2 / 2 exp(int g from the node to the face) / (length of the edge * width of the cell),
 *
 * exact in its detailed balance where there is one. The mesh is even in x and in arsinh(r / width): the mean is a
 * series in the square of its step, extrapolated from three meshes.
 */
import { NumericalError } from './errors.js'
import { meanLives, type GridWalk } from './killed-walk.js'
import { meanPassage, reflected, type Motion } from './mean-passage.js'
import { spreadAcross, type Spread } from './spread-across.js'

/** dx and dr have independent noises; r -> -r changes nothing, or r is a distance with a drift like (m - 1) / r. */
export interface PlaneMotion {
  /** the motion of x at a fixed r */
  along(r: number): Motion
  /** the motion of r at a fixed x, on r > 0 */
  across(x: number): Motion
}

export interface PlanePassage {
  readonly mean: number
  /** twice the disagreement of the extrapolations from three meshes and two, and what the edge cuts off: an estimate */
  readonly error: number
}

/** Steps between the ends, and from the axis to the edge. */
const MESHES: readonly (readonly [number, number])[] = [[48, 12], [64, 16], [96, 24], [128, 32], [192, 48]]
const SLICES = 8
const CUT = 1e-7
const NEAR = 1e-4
const WORST = 1e-4

/**
 * The mean time from (from, 0) to x = to; all other ends are free.
 * @param relative error at which finer meshes are no longer tried
 * Throws `not-recurrent` where the path may not return, `not-finite` where the mean overflows, `mesh` when the error
 * exceeds 1e-4 on the finest mesh.
 */
export function planePassage(motion: PlaneMotion, from: number, to: number, relative = 5e-5): PlanePassage {
  if (from > to) return planePassage(mirrored(motion), -from, -to, relative)
  const box = boxOf(motion, from, to)
  const means: { step: number; mean: number }[] = []
  let found = { mean: NaN, error: Infinity }
  for (const [steps, rows] of MESHES) {
    const mean = onMesh(motion, box, steps, rows)
    if (!Number.isFinite(mean)) {
      throw new NumericalError('not-finite', `the mean passage from ${from} to ${to} is ${mean}`)
    }
    means.push({ step: 1 / steps, mean })
    if (means.length < 3) continue
    const [three, two] = [extrapolated(means.slice(-3)), extrapolated(means.slice(-2))]
    found = { mean: three, error: 2 * Math.abs(three - two) + 10 * CUT * three }
    if (found.error <= relative * found.mean) break
  }
  if (found.error <= WORST * found.mean) return found
  throw new NumericalError('mesh',
    `the mean passage from ${from} to ${to} is ${found.mean} up to ${found.error} only: more noise needs no finer mesh`)
}

const mirrored = ({ along, across }: PlaneMotion): PlaneMotion => ({
  along: (r) => reflected(along(r)),
  across: (x) => across(-x),
})

interface Box extends Spread {
  readonly left: number
  readonly from: number
  readonly to: number
}

/** What the path visits: beyond the box it spends a share of about CUT of its time. */
function boxOf(motion: PlaneMotion, from: number, to: number): Box {
  const { width } = spreadAcross(motion.across(from), to - from, CUT)
  const left = meanPassage(motion.along(width), from, to, 1e-6).leftmost
  const spreads = Array.from({ length: SLICES + 1 }, (_, i) =>
    spreadAcross(motion.across(from + (to - from) * i / SLICES), to - from, CUT))
  return {
    left, from, to,
    width: Math.min(...spreads.map((s) => s.width)),
    farthest: Math.max(...spreads.map((s) => s.farthest)),
  }
}

/** Neville's value at step 0 of the polynomial in step^2 through the means. */
function extrapolated(means: readonly { step: number; mean: number }[]): number {
  let values = means.map(({ mean }) => mean)
  for (let span = 1; span < means.length; span++) {
    values = values.slice(1).map((fine, i) => {
      const ratio = (means[i]!.step / means[i + span]!.step) ** 2
      return fine + (fine - values[i]!) / (ratio - 1)
    })
  }
  return values[0]!
}

/** Nodes of a line of cells and the faces around them, one more. */
interface Line {
  readonly nodes: Float64Array
  readonly faces: Float64Array
}

function onMesh(motion: PlaneMotion, { left, from, to, width, farthest }: Box, steps: number, rows: number): number {
  const step = (to - from) / steps
  const before = Math.ceil((from - left) / step)
  const x = lineOf(before + steps, (i) => from + (i - before) * step)
  const r = lineOf(rows, (j) => width * Math.sinh(Math.asinh(farthest / width) * (j + 0.5) / rows))
  const lives = meanLives(walkOn(motion, x, r))
  const [first, second] = [lives[before * rows]!, lives[before * rows + 1]!]
  // the mean is even in r, and the nodes are half a step from the axis
  return first + (first - second) / 8
}

const lineOf = (cells: number, at: (i: number) => number): Line => ({
  nodes: Float64Array.from({ length: cells + 1 }, (_, i) => at(i)),
  faces: Float64Array.from({ length: cells + 1 }, (_, i) => at(i - 0.5)),
})

function walkOn(motion: PlaneMotion, x: Line, r: Line): GridWalk {
  const [columns, height] = [x.nodes.length - 1, r.nodes.length - 1]
  const empty = (): Float64Array => new Float64Array(columns * height)
  const walk = { height, up: empty(), down: empty(), right: empty(), left: empty() }
  for (let j = 0; j < height; j++) {
    const along = motion.along(r.nodes[j]!)
    for (let i = 0; i < columns; i++) [walk.left[i * height + j], walk.right[i * height + j]] = ratesAt(along, x, i)
  }
  for (let i = 0; i < columns; i++) {
    const across = motion.across(x.nodes[i]!)
    const power = powerAtAxis(across, r)
    for (let j = 0; j < height; j++) {
      const volume = volumeOf(power, r, j)
      const [down, up] = ratesAt(across, r, j)
      ;[walk.down[i * height + j], walk.up[i * height + j]] = [down / volume, up / volume]
    }
  }
  return walk
}

/** The power s of r in the density near the axis: one less than the number of directions across. */
function powerAtAxis({ drift, variance }: Motion, { nodes }: Line): number {
  const near = nodes[0]! * NEAR
  const power = 2 * near * drift(near) / variance(near)
  if (power > -1) return power
  throw new NumericalError('axis', `the path ends on the axis: r has the drift of ${power + 1} dimensions; use more`)
}

/** The mean of (r / node)^s over a cell. */
function volumeOf(s: number, { nodes, faces }: Line, j: number): number {
  const [node, lower, upper] = [nodes[j]!, j > 0 ? faces[j]! : 0, faces[j + 1]!]
  const part = (r: number): number => (r / node) ** (s + 1) * node / (s + 1)
  return (part(upper) - part(lower)) / (upper - lower)
}

/** The rates over both faces of a cell; the first and last faces of a free end are not crossed. */
function ratesAt(motion: Motion, { nodes, faces }: Line, i: number): [number, number] {
  const [node, lower, upper] = [nodes[i]!, faces[i]!, faces[i + 1]!]
  const half = motion.variance(node) / 2 / (upper - lower)
  const over = (face: number, edge: number): number => half / edge * Math.exp(climb(motion, node, face))
  return [i > 0 ? over(lower, node - nodes[i - 1]!) : 0, over(upper, nodes[i + 1]! - node)]
}

/** int 2 a / b^2 from a node to a face, by Gauss's rule of two points. */
function climb({ drift, variance }: Motion, node: number, face: number): number {
  const [middle, off] = [(node + face) / 2, (face - node) / Math.sqrt(12)]
  const steepness = (x: number): number => drift(x) / variance(x)
  return (face - node) * (steepness(middle - off) + steepness(middle + off))
}
