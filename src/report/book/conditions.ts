/** What a claim supposes beside its theorem, and the limit in which it holds, as one line. */
import type { ClaimReport } from '../../verify/evidence.js'
import { html, type Markup } from './html.js'
import { inlineMath } from './math.js'

/** "where K C = C K, as lambda -> 0"; nothing where the claim supposes nothing. */
export function conditionsLine({ conditions, when }: ClaimReport): Markup | null {
  const supposed = conditions?.when ? joined(conditions.when) : when && html`<code>${when}</code>`
  const limit = conditions?.limit && inlineMath(conditions.limit)
  if (!supposed && !limit) return null
  const parts = [supposed && html`where ${supposed}`, supposed && limit && ', ', limit && html`as ${limit}`]
  return html`<p class="conditions">${parts.map((part) => part || null)}</p>`
}

/** Conditions one by one, so that a line can break between them. */
const joined = (tex: string): Markup =>
  html`${tex.split(' \\text{ and } ').map((part, i) => html`${i > 0 && ' and '}${inlineMath(part)}`)}`
