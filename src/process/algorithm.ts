/**
 * A process as plain TypeScript: a step on doubles, for what no text can say (the real Adam, a network on a data set).
 * It has no algebra reading, so nothing can be proved of it; it is simulated as every other process is.
 */
import { frozen } from './frozen.js'
import type { Shape } from './text.js'

export type Shapes = Readonly<Record<string, Shape>>

/** Where an algorithm takes its randomness from: a stream of its own, the same for the same seed. */
export interface Random {
  /** a standard normal number */
  normal(): number
  /** a number uniform in (0, 1) */
  uniform(): number
}

/** Numbers for scalars, arrays for vectors, arrays row by row for matrices. */
export type Doubles<S extends Shapes> = { -readonly [K in keyof S]: Stored<S[K]> }
type Stored<T> = T extends 'scalar' ? number : Float64Array

export interface AlgorithmText<S extends Shapes, P extends Shapes, T> {
  /** shape of each variable that survives a step or is measured */
  readonly state: S
  /** given symbols and definitions of the theorem that the code reads, with their shapes */
  readonly parameters?: P
  /** what is drawn once for each draw of the parameters and shared by all replicas, such as a data set */
  readonly data?: (parameters: Readonly<Doubles<P>>, random: Random) => T
  /** changes the state from zero to where a replica starts; default: zero */
  readonly start?: (state: Doubles<S>, parameters: Readonly<Doubles<P>>, random: Random, data: T) => void
  /** changes the state by one step; all that it remembers must be in the state */
  readonly step: (state: Doubles<S>, parameters: Readonly<Doubles<P>>, random: Random, data: T) => void
  /** steps that are too few to forget the start; how many are enough is measured. Default: 64 */
  readonly burnIn?: (parameters: Readonly<Doubles<P>>) => number
}

/** An algorithm whose types have done their work. */
export type Algorithm = AlgorithmText<Shapes, Shapes, unknown> & { readonly kind: 'algorithm' }

/** A process in plain TypeScript: for simulated() alone, with measures E(.) and Cov(.) of its state. */
export const algorithm = <const S extends Shapes, const P extends Shapes = {}, T = undefined>(
  text: AlgorithmText<S, P, T>,
): AlgorithmText<S, P, T> & { readonly kind: 'algorithm' } => frozen({ kind: 'algorithm', ...text })
