/** How to read the book: what the verdicts mean, what each kind of evidence does, and what the plots show. */
import type { SuiteReport } from '../../suite/events.js'
import { html, type Markup } from './html.js'
import type { Page } from './page.js'
import { guidePath } from './paths.js'
import { probability } from './readable.js'
import { verdictBadge } from './standing.js'

export function guidePage({ budget }: SuiteReport): Page {
  const body = html`<h1>How to read</h1>
<p class="lead">Every formula in this book is printed from the very expression that was checked. Nobody wrote a proof, a
simulation or a tolerance by hand.</p>
<h2>Verdicts</h2><dl class="words">${verdicts(budget).map(([word, means]) => entry(verdictBadge(word), means))}</dl>
<h2>Evidence</h2>
<dl class="words">${kinds.map(([kind, means]) => entry(html`<span class="kind">${kind}</span>`, means))}</dl>
<h2>Misprints</h2>
<p>A check that accepts everything proves nothing. So each claim, and the text of each algorithm, is also misprinted: a
sign, a factor, an exponent, a lost or swapped symbol, a stale value. The evidence has to refute every misprint that is
not the same formula, or true as well. A claim with a surviving misprint does not count as come out.</p>
<h2>Samples and evidence</h2>
<p>Simulated claims are decided by e-processes, which may be looked at after every batch without losing their
guarantee. Evidence against a claim must reach one over its share of the error of the whole run; evidence for the
precision one over ${probability(budget.alphaVerify)}. The plots draw the logarithm of both against the samples.</p>`
  return { path: guidePath, title: 'How to read · assay', description: 'What verdicts, evidence and plots mean', body }
}

const entry = (word: Markup, means: Markup): Markup => html`<div><dt>${word}</dt><dd>${means}</dd></div>`

const verdicts = ({ suiteAlpha, alphaVerify }: SuiteReport['budget']) => [
  ['proved', html`An exact identity. Its error is that of testing an identity at random points, and is stated.`],
  ['verified', html`Within the stated precision: a claim that is wrong by more is verified with probability at most
${probability(alphaVerify)}; or computed another way, to the digits stated; or decided exactly at as many random points
as stated.`],
  ['refuted', html`False at the parameters of the counterexample. The chance that a run refutes any true claim is
at most ${probability(suiteAlpha)} in all.`],
  ['undecided', html`Neither, within the effort that was spent. Never counted as a success.`],
  ['invalid', html`The computation failed, so it says nothing. Never counted as a success.`],
] as const

const kinds: readonly (readonly [string, Markup])[] = [
  ['moments', html`The moment equations that follow from the text of the algorithm are solved exactly and compared with
the claim, over random primes and over the rationals.`],
  ['follows', html`Another claim of the theorem is solved for what it measures; this one is an identity there.`],
  ['limit', html`The claim becomes a known one in a limit, by series.`],
  ['identity', html`Both sides are the same function, at random points of random primes.`],
  ['law', html`The whole stationary law is checked, not only its moments.`],
  ['threshold', html`Existence is decided exactly at random points on both sides of the stated boundary.`],
  ['pointwise', html`The statement is decided exactly at random points of the domain.`],
  ['agrees',
    html`Both sides are computed another way, by quadrature, roots or an integral equation, with error bounds.`],
  ['simulated', html`The algorithm itself is run at random parameters until sequential tests decide.`],
]
