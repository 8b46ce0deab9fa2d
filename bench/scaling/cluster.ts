/** What a cluster is and what it costs; seconds throughout. */

export interface Costs {
  /** from the end of one job of a worker to the beginning of the next */
  readonly latency: number
  /** of the verifying thread's processor, for each answer: read it, add it up, look at the evidence */
  readonly answer: number
  /** of the Redis server, which does one thing at a time, for each job: given, taken and answered */
  readonly redis: number
  /** for the first job of another theorem: its kernel is compiled */
  readonly kernel: number
  /** to load a theorem before it is verified, or a draw of it decided */
  readonly load: number
}

export interface Deaths {
  /** seconds of work between two deaths of a worker, on average */
  readonly every: number
  /** seconds until its job is given to another, and another worker is there */
  readonly lapse: number
}

export interface Cluster {
  readonly workers: number
  readonly costs: Costs
  /** jobs ahead of the verifying thread, as a multiple of what it is predicted to need */
  readonly prefetch: number
  /** may others decide draws of a theorem? default true */
  readonly sharesDraws?: boolean
  /** of a worker, 1 being the machine of the record; default: all alike */
  readonly speed?: (worker: number) => number
  readonly deaths?: Deaths
  /** uniform on (0, 1), for deaths */
  readonly chance?: () => number
}

export const nothing: Costs = { latency: 0, answer: 0, redis: 0, kernel: 0, load: 0 }
