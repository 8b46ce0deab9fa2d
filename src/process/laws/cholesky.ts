/** The lower triangular factor of a positive semidefinite matrix: C = L L'. A zero pivot leaves a zero column. */
export function cholesky(c: readonly (readonly number[])[]): number[][] {
  const l = c.map(() => c.map(() => 0))
  for (let i = 0; i < c.length; i++) {
    for (let j = 0; j <= i; j++) {
      let s = c[i]![j]!
      for (let k = 0; k < j; k++) s -= l[i]![k]! * l[j]![k]!
      if (i === j) l[i]![i] = Math.sqrt(Math.max(s, 0))
      else l[i]![j] = l[j]![j]! > 0 ? s / l[j]![j]! : 0
    }
  }
  return l
}
