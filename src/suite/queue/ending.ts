/**
 * The end of a job that was asked of others: its answer, or that it is late, that nobody has it, or that nobody wants
 * it any more.
 */
export interface Patience {
  /** milliseconds after which a job is taken back that nobody has begun */
  readonly begin: number
  /** milliseconds after which it is done at home, if a worker died and no other was quick; null: when nobody has it */
  readonly late: number | null
}

export interface Waiting extends Patience {
  onBegin?(): void
}

export interface Ending {
  /** was it completed, in time and while wanted? */
  readonly ended: Promise<boolean>
  begun(): void
  /** whoever had it gave it back or died; another may take it, where there is a time after which it is late */
  returned(): void
  end(completed: boolean): void
}

/** Milliseconds from one look at whether somebody has a job to the next; who is missed twice is gone. */
const BEAT = 1_000

/** Waits for a job. @param hasTaker does somebody work on it? */
export function endingWithin(
  { begin, late, onBegin }: Waiting, wanted: AbortSignal, hasTaker: () => Promise<boolean>,
): Ending {
  let end: (completed: boolean) => void = () => undefined
  const ended = new Promise<boolean>((resolve) => { end = resolve })
  const giveUp = (): void => end(false)
  const unbegun = setTimeout(giveUp, begin)
  const timer = late === null ? setInterval(missing(hasTaker, giveUp), BEAT) : setTimeout(giveUp, late)
  if (wanted.aborted) giveUp()
  wanted.addEventListener('abort', giveUp, { once: true })
  void ended.then(() => {
    for (const one of [timer, unbegun]) clearTimeout(one)
    wanted.removeEventListener('abort', giveUp)
  })
  return {
    ended, end,
    begun: () => { clearTimeout(unbegun); onBegin?.() },
    returned: () => { if (late === null) giveUp() },
  }
}

/** A look that tells when the second in a row finds nobody. */
function missing(isThere: () => Promise<boolean>, tell: () => void): () => void {
  let missed = 0
  return () => void isThere().then((there) => {
    missed = there ? 0 : missed + 1
    if (missed > 1) tell()
  }, () => undefined)
}
