/** How long and how large a theorem module may be before it costs itself its verdict. */
export interface Limits {
  /** seconds to import one module; default 20 */
  readonly importSeconds: number
  /** seconds without any sign of life while a theorem is verified; default 900 */
  readonly silentSeconds: number
  /** heap of one worker in megabytes; default 2048 */
  readonly megabytes: number
}

export const usualLimits: Limits = { importSeconds: 20, silentSeconds: 900, megabytes: 2048 }

/** Seconds for a thread to start and to load the job; exceeding it is no theorem's fault. */
export const startSeconds = 120
