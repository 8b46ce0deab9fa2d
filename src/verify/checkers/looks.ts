/**
 * When to look at growing totals: each time a sixteenth more has come in, as a look at matrices costs more than
 * samples.
 */
const GROWTH = 1 / 16

/** Calls `look` when it is due, and at `last`; what it returned stands in between. */
export function looks<S>(look: () => S, before: S): { due(n: number): S; last(): S } {
  let [seen, next, status, isOpen] = [0, 0, before, false]
  const now = (): S => {
    if (isOpen) status = look()
    isOpen = false
    return status
  }
  return {
    due: (n) => {
      isOpen ||= n > seen
      seen = n
      if (n < next) return status
      next = Math.ceil(n * (1 + GROWTH))
      return now()
    },
    last: now,
  }
}
