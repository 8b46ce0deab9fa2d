/**
 * Everything that a verdict depends on, in one word: `id:claim:seed:effort:precision:size`. All random numbers
 * are addressed by seed, theorem and claim, so the word gives back the same counterexample.
 */
import { refuse } from './refusal.js'

export interface Replay {
  readonly id: string
  readonly claim: string
  readonly seed: string
  readonly effort: number
  readonly precision: number
  /** number of theorems over which the suite's error budget was split */
  readonly suiteSize: number
}

export const replayToken = ({ id, claim, seed, effort, precision, suiteSize }: Replay): string =>
  [encoded(id), encoded(claim), seed, effort, precision, suiteSize].join(':')

/** Reads a token back; throws BAD_TOKEN. */
export function parseReplayToken(token: string): Replay {
  const parts = token.split(':')
  const [id = '', claim = ''] = parts.slice(0, 2).map(decoded)
  const seed = parts[2] ?? ''
  const [effort = NaN, precision = NaN, suiteSize = NaN] = parts.slice(3).map(Number)
  const sound = parts.length === 6 && id && claim && /^\d+$/.test(seed) && effort > 0 && precision > 0 && precision < 1
    && Number.isInteger(suiteSize) && suiteSize > 0
  return sound ? { id, claim, seed, effort, precision, suiteSize }
    : refuse('BAD_TOKEN', `"${token}" is no replay token; copy it from a report: id:claim:seed:effort:precision:size`)
}

// what a shell would read otherwise is written %xx; "/" may stay
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%2F', '/')
  .replace(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
