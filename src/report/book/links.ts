/** What rests on what: claims corrected by others, and claims proved to follow from others, across theorems. */
import type { ClaimPlace, TheoremReport } from '../../verify/evidence.js'

export interface Link {
  readonly from: ClaimPlace
  readonly to: ClaimPlace
  /** corrected: `to` is true where `from` is not · rests: `from` was proved from `to`, or becomes it in a limit */
  readonly kind: 'corrected' | 'rests'
}

/** Every link between claims that the record holds, in its order. */
export function linksOf(theorems: readonly TheoremReport[]): readonly Link[] {
  const known =
    new Set(theorems.flatMap(({ id, claims }) => claims.map(({ name }) => keyOf({ theorem: id, claim: name }))))
  return theorems.flatMap(({ id, claims }) => claims.flatMap(({ name, corrected, evidence }): Link[] => {
    const from = { theorem: id, claim: name }
    const better = corrected === null
      ? [] : [{ from, to: { theorem: id, claim: corrected }, kind: 'corrected' as const }]
    return [
      ...better, ...evidence.flatMap(({ restsOn }) => (restsOn ? [{ from, to: restsOn, kind: 'rests' as const }] : [])),
    ]
  })).filter(({ to }) => known.has(keyOf(to)))
}

export const keyOf = ({ theorem, claim }: ClaimPlace): string => `${theorem} › ${claim}`

/**
 * Theorems that links join, directly or through others, in the order of the record; those without links are left out.
 */
export function componentsOf(
  theorems: readonly TheoremReport[], links: readonly Link[],
): readonly (readonly TheoremReport[])[] {
  const leader = new Map<string, string>()
  const find = (id: string): string => {
    const above = leader.get(id) ?? id
    return above === id ? id : find(above)
  }
  for (const { from, to } of links) leader.set(find(from.theorem), find(to.theorem))
  const linked = new Set(links.flatMap(({ from, to }) => [from.theorem, to.theorem]))
  const groups = new Map<string, TheoremReport[]>()
  for (const theorem of theorems.filter(({ id }) => linked.has(id))) {
    groups.set(find(theorem.id), [...groups.get(find(theorem.id)) ?? [], theorem])
  }
  return [...groups.values()]
}
