/**
 * Dense matrices as plain number[][]: eigenvalues, singular values, factors, inverses.
 * The only file that imports ml-matrix; every entry is checked on the way in and on the way out.
 */
import {
  CholeskyDecomposition, EigenvalueDecomposition, Matrix as Dense, SingularValueDecomposition, solve as solveDense,
} from 'ml-matrix'
import { NumericalError } from './errors.js'

/** Rows of finite numbers, all of one length; never empty. */
export type Matrix = readonly (readonly number[])[]

/** The identity of size n. */
export function identity(n: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)))
}

/** A', columns as rows. */
export function transpose(a: Matrix): number[][] {
  return dense(a, 'transpose').transpose().to2DArray()
}

/** A B. Throws `matrix-size` when the columns of A are not the rows of B. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  const left = dense(a, 'multiply')
  const right = dense(b, 'multiply')
  if (left.columns !== right.rows) {
    throw new NumericalError('matrix-size',
      `cannot multiply ${left.rows} x ${left.columns} by ${right.rows} x ${right.columns}; the inner sizes must agree`)
  }
  return left.mmul(right).to2DArray()
}

/** a A + b B. Throws `matrix-size` when the shapes differ. */
export function combine(a: number, left: Matrix, b: number, right: Matrix): number[][] {
  const one = dense(left, 'combine')
  const two = dense(right, 'combine')
  if (one.rows !== two.rows || one.columns !== two.columns) {
    throw new NumericalError('matrix-size',
      `cannot add ${one.rows} x ${one.columns} to ${two.rows} x ${two.columns}; the shapes must agree`)
  }
  return Dense.add(Dense.mul(one, a), Dense.mul(two, b)).to2DArray()
}

/** The Kronecker product A (x) B, (rows A · rows B) x (columns A · columns B). */
export function kronecker(a: Matrix, b: Matrix): number[][] {
  return dense(a, 'kronecker').kroneckerProduct(dense(b, 'kronecker')).to2DArray()
}

/** Sum of the diagonal of a square matrix. */
export function trace(a: Matrix): number {
  return square(a, 'trace').trace()
}

/** sqrt of the sum of squares of all entries. */
export function frobeniusNorm(a: Matrix): number {
  return dense(a, 'frobeniusNorm').norm('frobenius')
}

/**
 * Eigenvalues in ascending order, and the orthonormal eigenvectors as the columns of `vectors`, of (A + A') / 2.
 * The caller says by calling this that A is symmetric; `asymmetry` tells how far it is.
 */
export function symmetricEigen(a: Matrix): { values: number[]; vectors: number[][] } {
  const found = new EigenvalueDecomposition(symmetricPart(square(a, 'symmetricEigen')), { assumeSymmetric: true })
  const order = found.realEigenvalues.map((_, i) => i)
    .sort((i, j) => found.realEigenvalues[i]! - found.realEigenvalues[j]!)
  return {
    values: order.map(i => found.realEigenvalues[i]!),
    vectors: found.eigenvectorMatrix.to2DArray().map(row => order.map(i => row[i]!)),
  }
}

/** max |A - A'| / max |A|, zero for a symmetric (or zero) matrix. */
export function asymmetry(a: Matrix): number {
  const m = square(a, 'asymmetry')
  const largest = Dense.abs(m).max()
  return largest === 0 ? 0 : Dense.abs(Dense.sub(m, m.transpose())).max() / largest
}

/** Singular values in descending order. */
export function singularValues(a: Matrix): number[] {
  const wide = dense(a, 'singularValues')
  return new SingularValueDecomposition(wide, { autoTranspose: true }).diagonal.slice().sort((x, y) => y - x)
}

/** The largest singular value, max |A x| over |x| = 1. */
export function operatorNorm(a: Matrix): number {
  return singularValues(a)[0]!
}

/** The largest modulus of an eigenvalue of any square matrix. */
export function spectralRadius(a: Matrix): number {
  const found = new EigenvalueDecomposition(square(a, 'spectralRadius'))
  return Math.max(...found.realEigenvalues.map((re, i) => Math.hypot(re, found.imaginaryEigenvalues[i]!)))
}

/**
 * Lower triangular L with L L' = A, for a symmetric positive definite A.
 * Throws `not-positive-definite` where a pivot is not positive: it never clamps.
 */
export function cholesky(a: Matrix): number[][] {
  const m = square(a, 'cholesky')
  // ml-matrix refuses the last bit of asymmetry that a product of matrices leaves
  const found = asymmetry(a) <= 1e-8 ? new CholeskyDecomposition(symmetricPart(m)) : null
  if (found === null || !found.isPositiveDefinite()) {
    throw new NumericalError('not-positive-definite',
      `cholesky needs a symmetric positive definite matrix, and ${show(a)} is none; check the claim or the draw`)
  }
  return finite(found.lowerTriangularMatrix.to2DArray(), 'cholesky')
}

/** The X with A X = B, A square. Throws `singular-matrix`. */
export function solve(a: Matrix, b: Matrix): number[][] {
  const left = square(a, 'solve')
  const right = dense(b, 'solve')
  if (left.rows !== right.rows) {
    throw new NumericalError('matrix-size',
      `cannot solve: A has ${left.rows} rows, B has ${right.rows}; they must agree`)
  }
  try {
    return finite(solveDense(left, right).to2DArray(), 'solve')
  } catch {
    throw new NumericalError('singular-matrix', `cannot solve with the singular matrix ${show(a)}; draw another point`)
  }
}

/** The inverse of a square matrix. Throws `singular-matrix`. */
export function inverse(a: Matrix): number[][] {
  return solve(a, identity(a.length))
}

function symmetricPart(m: Dense): Dense {
  return Dense.add(m, m.transpose()).mul(0.5)
}

function dense(a: Matrix, where: string): Dense {
  const columns = a[0]?.length ?? 0
  if (columns === 0 || a.some(row => row.length !== columns)) {
    throw new NumericalError('matrix-size',
      `${where} needs rows of one positive length, got lengths [${a.map(row => row.length)}]`)
  }
  finite(a, where)
  return new Dense(a.map(row => [...row]))
}

function square(a: Matrix, where: string): Dense {
  const m = dense(a, where)
  if (m.rows !== m.columns) {
    throw new NumericalError('matrix-size', `${where} needs a square matrix, got ${m.rows} x ${m.columns}`)
  }
  return m
}

function finite<T extends Matrix>(a: T, where: string): T {
  for (const [i, row] of a.entries()) {
    const j = row.findIndex(x => !Number.isFinite(x))
    if (j >= 0) {
      throw new NumericalError('not-finite',
        `${where} met ${row[j]} at row ${i}, column ${j}; every entry must be finite`)
    }
  }
  return a
}

function show(a: Matrix): string {
  const text = JSON.stringify(a)
  return text.length <= 120 ? text : `${text.slice(0, 117)}...`
}
