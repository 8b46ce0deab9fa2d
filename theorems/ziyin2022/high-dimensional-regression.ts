/**
 * Regression on N = 2 D examples drawn once, sampled with replacement at the least squares solution, lambda = c S / D.
 * With the Hessian H = X'X / N, residuals r_i and the realised loss 2 L = mean of r_i^2 the fluctuation solves exactly
 *
 *     H Sigma + Sigma H - (1 - 1/S) lambda H Sigma H - (lambda / S) mean of x x' (x' Sigma x)
 *       = (lambda / S) mean of r^2 x x',
 *
 * and its trace with H is that of the published formula up to a few per cent. As a matrix the noise is far from 2 L H
 * at any size, since each example has a residual of its own: for Gaussian data |S C - 2 L H|^2 is about 2 / (N / D + 3)
 * of |S C|^2, Frobenius norm.
 */
import { algorithm, between, defineTheorem, measured, scalar, simulated, type Random } from 'assay'
import { ziyin2022 } from '../sources.js'

const BATCH = 4
/** numbers of weights: where traces are compared, for which Sigma is solved for, and where matrices are */
const [FEW, MANY] = [40, 60]
/** data sets of each draw, over which means are taken */
const SETS = 2

type Vector = Float64Array
type Matrix = readonly Vector[]

const dot = (a: Vector, b: Vector): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
const normals = (count: number, random: Random): Vector => Float64Array.from({ length: count }, () => random.normal())
const applied = (m: Matrix, v: Vector): Vector => Float64Array.from(m, (row) => dot(row, v))
const inner = (a: Matrix, b: Matrix): number => a.reduce((sum, row, i) => sum + dot(row, b[i]!), 0)
/** a + s b */
const moved = (a: Matrix, s: number, b: Matrix): Vector[] => a.map((row, i) => row.map((x, j) => x + s * b[i]![j]!))
/** A B for symmetric B */
const product = (a: Matrix, b: Matrix): Vector[] => a.map((row) => applied(b, row))

/** The mean of weight_i x_i x_i'. */
function weighted(rows: Matrix, weights: Vector): Vector[] {
  const d = rows[0]!.length
  const sum = Array.from({ length: d }, () => new Float64Array(d))
  rows.forEach((x, n) => x.forEach((xi, i) => {
    const [to, factor] = [sum[i]!, xi * weights[n]! / rows.length]
    for (let j = 0; j < d; j++) to[j]! += factor * x[j]!
  }))
  return sum
}

/** The solution of a positive definite linear equation, by conjugate gradients (Hestenes and Stiefel 1952). */
function solved(operator: (x: Matrix) => Matrix, right: Matrix): Matrix {
  let x: Matrix = right.map((row) => row.map(() => 0))
  let [rest, direction] = [right, right]
  let square = inner(rest, rest)
  const enough = 1e-16 * square
  for (let k = 0; k < 400 && square > enough; k++) {
    const image = operator(direction)
    const step = square / inner(direction, image)
    x = moved(x, step, direction)
    rest = moved(rest, -step, image)
    const next = inner(rest, rest)
    direction = moved(rest, next / square, direction)
    square = next
  }
  return x
}

interface DataSet {
  readonly rows: Matrix
  readonly hessian: Matrix
  readonly squares: Vector
  readonly twiceLoss: number
}

/** N = 2 D Gaussian examples and the squared residuals of their least squares solution, labels being noise alone. */
function dataSet(d: number, random: Random): DataSet {
  const rows = Array.from({ length: 2 * d }, () => normals(d, random))
  const labels = normals(2 * d, random)
  const hessian = weighted(rows, labels.map(() => 1))
  const gradient = new Float64Array(d)
  rows.forEach((x, n) => x.forEach((xi, i) => { gradient[i]! += xi * labels[n]! / rows.length }))
  const [solution] = solved(([v]) => [applied(hessian, v!)], [gradient])
  const squares = labels.map((y, n) => (dot(rows[n]!, solution!) - y) ** 2)
  return { rows, hessian, squares, twiceLoss: squares.reduce((sum, r) => sum + r) / rows.length }
}

/** x_i' Sigma x_i of every example, exactly; their mean is Tr(H Sigma). */
function spreads({ rows, hessian, squares }: DataSet, lambda: number): Vector {
  const operator = (e: Matrix): Vector[] => {
    const he = product(hessian, e)
    const anti = he.map((row, i) => row.map((x, j) => x + he[j]![i]!))
    const quadratic = moved(anti, -(1 - 1 / BATCH) * lambda, product(he, hessian))
    return moved(quadratic, -lambda / BATCH, weighted(rows, Float64Array.from(rows, (x) => dot(x, applied(e, x)))))
  }
  const sigma = solved(operator, weighted(rows, squares.map((r) => lambda / BATCH * r)))
  return Float64Array.from(rows, (x) => dot(x, applied(sigma, x)))
}

/**
 * Tr(H Sigma) of the published formula, with the realised loss: (lambda / S) 2 L t / (1 - (lambda / S) t), t = Tr(H
 * inv(G)).
 */
function publishedTrace({ hessian, twiceLoss }: DataSet, lambda: number): number {
  const operator = (e: Matrix): Vector[] =>
    moved(e.map((row) => row.map((x) => 2 * x)), -(1 - 1 / BATCH) * lambda, product(e, hessian))
  const unit = hessian.map((_, i) => Float64Array.from(hessian, (__, j) => (i === j ? 1 : 0)))
  const t = inner(hessian, solved(operator, unit))
  return lambda / BATCH * twiceLoss * t / (1 - lambda / BATCH * t)
}

/** The noise of single examples as a matrix, and its difference from twice the loss times the Hessian. */
function noiseOf({ rows, hessian, squares, twiceLoss }: DataSet): { noise: Matrix; error: Matrix } {
  const noise = weighted(rows, squares)
  return { noise, error: moved(noise, -twiceLoss, hessian) }
}

const below = (count: number, random: Random): number => Math.floor(random.uniform() * count)

export default defineTheorem({
  id: 'ziyin2022/high-dimensional-regression',
  title: 'Fluctuation on finite data in many dimensions',
  source: ziyin2022.at('Proposition 4 and Theorem 6'),
  says: 'In many dimensions the published fluctuation is right as a trace, with the realised loss; '
    + 'the noise as a matrix is not.',

  symbols: {
    c: between(0.2, 0.4, 'learning rate in units of batch size over number of weights'),
    T: measured.scalar('trace of Hessian times fluctuation, mean over data sets'),
    F: measured.scalar('the same by the published formula with the realised loss'),
    Q: measured.scalar('square of the Frobenius norm of the noise at the solution'),
    P: measured.scalar('square of the Frobenius norm of its difference from twice the loss times the Hessian'),
  },
  process: algorithm({
    state: { prediction: scalar, published: scalar, noise: scalar, error: scalar },
    parameters: { c: scalar },
    data: ({ c }, random) => Array.from({ length: SETS }, () => {
      const [few, many] = [dataSet(FEW, random), dataSet(MANY, random)]
      const lambda = c * BATCH / FEW
      return { spread: spreads(few, lambda), published: publishedTrace(few, lambda), ...noiseOf(many) }
    }),
    step: (state, _, random, sets) => {
      const { spread, published, noise, error } = sets[below(SETS, random)]!
      // the square of x_i'w for Gaussian weights of covariance Sigma, and the squares of one entry of the matrices
      state.prediction = spread[below(spread.length, random)]! * random.normal() ** 2
      state.published = published
      const [i, j] = [below(MANY, random), below(MANY, random)]
      state.noise = (MANY * noise[i]![j]!) ** 2
      state.error = (MANY * error[i]![j]!) ** 2
    },
    burnIn: () => 1,
  }),
  measure: { T: 'E(prediction)', F: 'E(published)', Q: 'E(noise)', P: 'E(error)' },

  claims: {
    trace: {
      says: 'Theorem 6 as a trace, at forty weights',
      then: 'T == F',
    },
    matrix: {
      says: 'Proposition 4 as a statement of matrices, at sixty weights',
      then: 'P == 0 * Q',
      expected: 'refuted',
      corrected: 'trace',
    },
  },

  evidence: {
    trace: [simulated({ dimension: 1, precision: 0.25 })],
    matrix: [simulated({ dimension: 1 })],
  },
})
