/** What the samples of a claim were, and the largest bias that any of them may have: for the record. */
import type { Bias } from '../statistics/check.js'
import type { Sampled } from './decided.js'

interface Made {
  /** the designs of all draws, each once: 'invariance', 'endpoints', 'averages', 'one step', ... */
  readonly design: readonly string[]
  readonly bias: Bias | null
}

export function madeOf(results: readonly { readonly sampled: Sampled }[]): Made {
  const worst = results.map(({ sampled }) => sampled.bias).sort((a, b) => b.value - a.value)
  return { design: [...new Set(results.map(({ sampled }) => sampled.design))], bias: worst[0] ?? null }
}
