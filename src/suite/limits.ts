/** How long and how large a theorem module may be before it costs itself its verdict. */
export interface Limits {
  /** seconds to import one module; default 20 */
  readonly importSeconds: number
  /** seconds without any sign of life while a theorem is verified; default 1800, times the effort where that is more */
  readonly silentSeconds: number
  /** heap of one worker in megabytes; default 2048 */
  readonly megabytes: number
}

export const usualLimits: Limits = { importSeconds: 20, silentSeconds: 1800, megabytes: 2048 }

/** The usual limits at an effort: a multiple of the work may be silent for as many times longer. */
export const limitsAt = (effort: number): Limits =>
  ({ ...usualLimits, silentSeconds: usualLimits.silentSeconds * Math.max(1, effort) })

/** Seconds for a thread to start and to load the job; exceeding it is no theorem's fault. */
export const startSeconds = 120

/** Megabytes of a thread for short-lived objects: the default, 48, costs memory and saves no time. */
export const YOUNG_MEGABYTES = 12
