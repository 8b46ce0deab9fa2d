/**
 * A process as its author writes it: plain frozen objects of formula texts, with every text kept as a literal type
 * so that a misspelt symbol is an error at its line. Nothing is parsed here.
 */
import { frozen } from './frozen.js'
import type { Law } from './laws/law.js'

export const scalar = 'scalar'
export const vector = 'vector'
export const matrix = 'matrix'
export type Shape = typeof scalar | typeof vector | typeof matrix

/** A batch: its size and what is drawn once per sample. */
export interface BatchText {
  readonly size: string
  readonly sample: Readonly<Record<string, Law>>
}

export interface RecurrenceText {
  /** shape of each variable that survives a step */
  readonly state: Readonly<Record<string, Shape>>
  /** one draw per step, wherever the name appears */
  readonly noise?: Readonly<Record<string, Law>>
  /** one draw per sample; its names may appear inside mean() only */
  readonly batch?: BatchText
  /** lines "name = formula", executed in order; a name that is no state is a local definition */
  readonly step: readonly string[]
}

export interface DiffusionText {
  readonly state: Readonly<Record<string, Shape>>
  /** drift of each state variable, or one text where there is one variable */
  readonly drift: string | Readonly<Record<string, string>>
  /**
   * Ito coefficient B of B dW, one independent standard Wiener process per variable, of the variable's own dimension
   */
  readonly diffusion: string | Readonly<Record<string, string>>
  /** ends at which a one-dimensional path stops */
  readonly exit?: { readonly below?: string; readonly above?: string }
}

export type Recurrence = RecurrenceText & {
  readonly kind: 'recurrence'
  /** the equation whose Euler steps the lines take: its covariance rate gives their moments, the lines have its root */
  readonly approximates?: Diffusion
}
export type Diffusion = DiffusionText & { readonly kind: 'diffusion' }
export type Process = Recurrence | Diffusion

/** A stochastic recurrence: the algorithm as the lines of its box in the paper, sequential. */
export const recurrence = <const R extends RecurrenceText>(text: R): R & { readonly kind: 'recurrence' } =>
  frozen({ kind: 'recurrence', ...text })

/** An Ito stochastic differential equation d state = drift dt + diffusion dW. */
export const diffusion = <const R extends DiffusionText>(text: R): R & { readonly kind: 'diffusion' } =>
  frozen({ kind: 'diffusion', ...text })
