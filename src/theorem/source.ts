/** Where a result was published: a work by its key, and the place in it. */

export interface Work {
  /** short name, also the folder of its theorems: 'liu2021' */
  readonly key: string
  readonly title: string
  readonly authors: readonly string[]
  readonly venue: string
  readonly year: number
  readonly url: string
}

/** A place in a work: what every theorem must name. */
export interface Source extends Work {
  /** such as 'Theorem 2' or 'Eq. (12)' */
  readonly at: string
}

export interface Citable extends Work {
  /** The source of one result: `liu2021.at('Theorem 2')`. */
  at(place: string): Source
}

/** A work of the bibliography, to be cited place by place. */
export const work = (entry: Work): Citable =>
  Object.freeze({ ...entry, at: (at: string): Source => Object.freeze({ ...entry, at }) })
