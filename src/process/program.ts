/**
 * One step of a process as a straight-line program: scalar nodes, each of which refers only to earlier ones.
 * The exact moments never see it and the kernels see nothing else: it is where simulation parts from algebra.
 */
import type { Random } from './algorithm.js'

export type Node =
  | { readonly op: 'constant'; readonly value: number }
  /** entry of the parameter array given at run time; the same for every replica and step */
  | { readonly op: 'parameter'; readonly index: number }
  /** state coordinate before the step */
  | { readonly op: 'state'; readonly index: number }
  /** a variate drawn once per step and replica */
  | { readonly op: 'noise'; readonly index: number }
  /** a variate drawn once per sample of the batch, step and replica */
  | { readonly op: 'sample'; readonly index: number }
  | { readonly op: Binary; readonly a: number; readonly b: number }
  | { readonly op: Unary; readonly a: number }
  /** mean of node a over the batch; a depends on samples */
  | { readonly op: 'mean'; readonly a: number }
  /** parameters[base + trunc(value of a)]: a row of a data set */
  | { readonly op: 'gather'; readonly base: number; readonly a: number }

export type Binary = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max'
export type Unary = 'negate' | 'sqrt' | 'exp' | 'log' | 'abs' | 'tanh'

/** How one noise slot is drawn. `row` draws 0 .. size-1, within a batch with or without replacement. */
export type Sampler =
  | { readonly kind: 'normal' | 'uniform' | 'rademacher' | 'exponential' }
  | { readonly kind: 'chiSquare'; readonly degrees: number }
  | { readonly kind: 'row'; readonly size: number; readonly replacement: boolean }

export interface Program {
  readonly nodes: readonly Node[]
  /** number of entries of the parameter array */
  readonly parameters: number
  readonly states: number
  /** node of each state coordinate after the step */
  readonly next: readonly number[]
  readonly noise: readonly Sampler[]
  readonly sample: readonly Sampler[]
  /** batch size; 0 where the text has no batch */
  readonly batch: number
  /** nodes recorded after a step: they may refer to the state before (prev) and after it */
  readonly observables: readonly number[]
  /** node in [0, 1]: the probability that the replica leaves during this step; absent where paths never stop */
  readonly exit?: number
  /** code that takes the step before the nodes are evaluated, which then find the state after it; `next` keeps that */
  readonly written?: Written
}

/** A step in plain code. */
export interface Written {
  /** the state of the replica at hand, before the step and after it */
  readonly coordinates: Float64Array
  step(random: Random): void
}
