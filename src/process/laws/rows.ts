/** Rows of a data set: a sample of the batch is one row, the same row for every data law of that sample. */
import { frozen } from '../frozen.js'
import type { Drawing, Law } from './law.js'

interface RowTexts<X extends string> {
  /** a parameter with one row per example */
  readonly data: X
  /** may a row occur twice in one batch? */
  readonly replacement: boolean
  /** `scalar` for a data set of one column */
  readonly shape?: 'scalar' | 'vector'
}

/** Uniformly drawn rows of `data`; batches of different steps are independent of each other. */
export const rows = <const X extends string>(of: RowTexts<X>): Law<{ readonly data: X }> => frozen({
  data: of.data,
  law: 'rows',
  isVector: of.shape !== 'scalar',
  texts: { data: of.data, replacement: of.replacement },
  isGaussian: false,
  wick: null,
  moment: () => null,
  // rows are drawn together: their joint moments are asked through `rows`
  expectation: () => undefined,
  rows: { data: of.data, replacement: of.replacement },
  draw: (at) => drawnRow(of, at),
})

function drawnRow(of: RowTexts<string>, at: Drawing): number[] {
  const row = at.row(at.rowsOf(of.data), of.replacement)
  const columns = of.shape === 'scalar' ? 1 : at.dimension
  return Array.from({ length: columns }, (_, j) => at.gathered(of.data, j, row))
}
