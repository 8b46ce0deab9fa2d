/** The changes between two records as lines: regressions first. */
import type { Change, Changes, Pace } from '../suite/changes.js'
import { count } from './count.js'
import { seconds } from './duration.js'
import type { Palette } from './palette.js'

export function changesLines({ claims, paces }: Changes, palette: Palette): string[] {
  const regressions = claims.filter(({ regression }) => regression)
  const others = claims.filter(({ regression }) => !regression)
  const verdict = regressions.length ? palette.bad(`${count(regressions.length, 'claim')} worse than before`)
    : palette.good('no claim is worse than before')
  return [
    ...regressions.map((change) => palette.bad(`✗ ${changeLine(change)}`)),
    ...others.map((change) => `  ${changeLine(change)}`),
    ...paces.map((pace) => palette.faint(`  ${paceLine(pace)}`)),
    verdict,
  ]
}

const changeLine = ({ claim, before, after }: Change): string =>
  `${claim}: ${before ?? 'not there'} → ${after ?? 'gone'}`

const paceLine = ({ id, before, after }: Pace): string => `${id}: ${seconds(before)} → ${seconds(after)}`
