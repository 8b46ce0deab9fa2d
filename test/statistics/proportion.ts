/**
 * How far a true rate can be from k events in n trials: exact (Clopper & Pearson 1934) bounds, as beta quantiles.
 * The measure of every calibration: a correct check fails a limit set at alpha with a stated probability at most.
 */
import { NumericalError } from '../../src/numeric/errors.js'
import { betaCdf, betaQuantile } from '../numeric/incomplete-beta.js'

/** The interval that contains the rate with probability at least 1 - alpha, alpha / 2 on either side. */
export function clopperPearson(events: number, trials: number, alpha: number): { lower: number; upper: number } {
  refuseCounts(events, trials)
  return {
    lower: events === 0 ? 0 : betaQuantile(events, trials - events + 1, alpha / 2),
    upper: events === trials ? 1 : betaQuantile(events + 1, trials - events, 1 - alpha / 2),
  }
}

/** P(Binomial(trials, rate) >= events). */
export function atLeast(events: number, trials: number, rate: number): number {
  refuseCounts(events, trials)
  return events === 0 ? 1 : betaCdf(events, trials - events + 1, rate)
}

/** The fewest events whose excess over a true rate has probability below alpha: more than this is an alarm. */
export function alarmCount(trials: number, rate: number, alpha: number): number {
  let events = Math.ceil(trials * rate)
  while (events < trials && atLeast(events + 1, trials, rate) > alpha) events++
  return events
}

function refuseCounts(events: number, trials: number): void {
  if (!(Number.isInteger(events) && Number.isInteger(trials) && events >= 0 && events <= trials && trials > 0)) {
    throw new NumericalError('count', `a proportion needs 0 <= events <= trials, got ${events} of ${trials}`)
  }
}
