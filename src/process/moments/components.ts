/** Strongly connected components (Tarjan 1972), each after those it depends on. */
export function components(nodes: readonly number[], needs: (node: number) => Iterable<number>): number[][] {
  const inside = new Set(nodes)
  const index = new Map<number, number>()
  const low = new Map<number, number>()
  const stack: number[] = []
  const waiting = new Set<number>()
  const found: number[][] = []
  const visit = (node: number): void => {
    index.set(node, index.size)
    low.set(node, index.get(node)!)
    stack.push(node)
    waiting.add(node)
    for (const other of needs(node)) {
      if (!inside.has(other)) continue
      if (!index.has(other)) visit(other)
      if (waiting.has(other)) low.set(node, Math.min(low.get(node)!, low.get(other)!))
    }
    if (low.get(node) !== index.get(node)) return
    const component = stack.splice(stack.lastIndexOf(node))
    for (const done of component) waiting.delete(done)
    found.push(component)
  }
  for (const node of nodes) if (!index.has(node)) visit(node)
  return found
}
