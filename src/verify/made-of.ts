/** What the samples of a claim were, and the largest bias that any of them may have: for the record. */
import type { Bias } from '../statistics/check.js'
import type { Checker } from './checkers/checker.js'

interface Made {
  /** the designs of all draws, each once: 'invariance', 'endpoints', 'averages', 'one step', ... */
  readonly design: readonly string[]
  readonly bias: Bias | null
}

export function madeOf(results: readonly { readonly checker: Checker }[]): Made {
  const recordings = results.map(({ checker }) => checker.recording)
  const worst = recordings.map(({ bias }) => bias).sort((a, b) => b.value - a.value)
  return { design: [...new Set(recordings.map(({ design }) => design))], bias: worst[0] ?? null }
}
