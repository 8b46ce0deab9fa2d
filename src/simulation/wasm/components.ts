/**
 * Strongly connected components of a small directed graph, each after the components it depends on
 * (Tarjan, SIAM J. Comput. 1(2), 1972).
 */

/** dependsOn[v] lists what v depends on; starts are tried in the order given. */
export function components(
  dependsOn: readonly ReadonlySet<number>[], starts: readonly number[],
): readonly (readonly number[])[] {
  const found: number[][] = []
  const index = new Map<number, number>()
  const low = new Map<number, number>()
  const stack: number[] = []
  const open = new Set<number>()
  for (const start of starts) if (!index.has(start)) visit(start)
  return found

  function visit(v: number): void {
    index.set(v, index.size)
    low.set(v, index.get(v)!)
    stack.push(v)
    open.add(v)
    for (const w of dependsOn[v]!) {
      if (!index.has(w)) visit(w)
      if (open.has(w)) low.set(v, Math.min(low.get(v)!, low.get(w)!))
    }
    if (low.get(v) !== index.get(v)) return
    const component = stack.splice(stack.indexOf(v))
    for (const w of component) open.delete(w)
    found.push(component.sort((a, b) => a - b))
  }
}
