/** A measured number beside the ratios to rivals, with what we hold ourselves to. */
export interface Fact {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** what it has to be, where something is promised */
  readonly target?: { readonly atLeast: number } | { readonly atMost: number }
}

export const meets = ({ value, target }: Fact): boolean | null => {
  if (target === undefined) return null
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost
}

/** The least of several timings: other work on the machine only ever adds time. */
export function least(times: number, measure: () => number): number {
  return Math.min(...Array.from({ length: times }, measure))
}
