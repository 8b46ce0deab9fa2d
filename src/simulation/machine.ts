/**
 * A machine runs one block of replicas of a program. Arrays are structures of arrays: entry i of replica r stands at
 * [i * lanes + r]. How steps are carried out (interpreter, JavaScript, WebAssembly) is its own affair; all machines
 * give the same bits.
 */

export interface Machine {
  /** replicas side by side, a multiple of 8 */
  readonly lanes: number
  /** set these before `seed`, which evaluates what depends on them alone */
  readonly parameters: Float64Array
  /** states x lanes */
  readonly state: Float64Array
  /** observables x lanes: sums after accumulate, values of the last step after depart */
  readonly observed: Float64Array
  /** lanes: probability of leaving in the last step, after depart */
  readonly leaving: Float64Array
  /** replicas that may have left in the last step, in increasing order, after depart */
  readonly candidates: Int32Array
  /** Starts the block over at a stream made by streamSeed. */
  readonly seed: (stream: Uint32Array) => void
  /** Takes `steps` steps with all lanes. */
  readonly advance: (steps: number) => void
  /** `count` times: takes `thin` steps and adds the observables of the last to `observed`. */
  readonly accumulate: (count: number, thin: number) => void
  /** One step of the first `live` lanes; returns the number of candidates, those with leaving >= 2^-53 or NaN. */
  readonly depart: (live: number) => number
  /** Where the stream stands (copy it to keep it beyond the next step), and going on from such a place. */
  readonly stream: () => Uint32Array
  readonly resume: (stream: Uint32Array) => void
  /** One uniform in (0, 1) outside the order of the steps. */
  readonly uniform: () => number
}

/** Below this probability no uniform decides to leave. */
export const leastChance = 2 ** -53

/** Arrays a step works on. */
export interface Block {
  readonly lanes: number
  readonly parameters: Float64Array
  readonly state: Float64Array
  readonly variates: Float64Array
  readonly observed: Float64Array
  readonly leaving: Float64Array
}

/** One step of the first `count` replicas of a block whose variates have been drawn. */
export interface Steps {
  readonly advance: (count: number) => void
  /** advances and adds the observables to `observed` */
  readonly accumulate: (count: number) => void
  /** advances and writes the observables and the probability of leaving */
  readonly depart: (count: number) => void
}
