/** E of a product of noises of one draw: independent symbols factor, data laws of one draw share their row. */
import { refuse } from '../../symbolic/errors.js'
import type { MomentPoint } from '../laws/law.js'
import { productText, type NoiseAtom } from './atoms.js'
import { populationMoment } from './population.js'

/** The moment of one draw. @throws StatementError MOMENT_NOT_STATED */
export function drawMoment<T>(product: readonly NoiseAtom[], at: MomentPoint<T>): T {
  const rows = product.filter((a) => a.law.rows)
  return at.ring.mul(rows.length ? populationMoment([rows], at) : at.ring.one, independentMoment(product, at))
}

/** The factor of the noises that are no rows of data. */
export function independentMoment<T>(product: readonly NoiseAtom[], at: MomentPoint<T>): T {
  let e = at.ring.one
  const others = product.filter((a) => !a.law.rows)
  for (const symbol of new Set(others.map((a) => a.symbol))) {
    const same = others.filter((a) => a.symbol === symbol)
    const moment = same[0]!.law.expectation(same.map((a) => a.index), at)
    if (moment === undefined) {
      refuse('MOMENT_NOT_STATED', `the moment E[${powerText(same)}] is needed and is not stated`)
    }
    e = at.ring.mul(e, moment)
    if (at.ring.isZero(e)) return e
  }
  return e
}

function powerText(same: readonly NoiseAtom[]): string {
  const [first] = same
  const isPower = same.length > 1 && same.every((a) => a === first)
  return isPower ? `${first!.name}^${same.length}` : productText(same.map((a) => a.name))
}
