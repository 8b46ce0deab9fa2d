/** Every way to split items into nonempty blocks; the blocks are reused, so read them during the visit. */
export function forEachPartition<T>(items: readonly T[], visit: (blocks: readonly (readonly T[])[]) => void): void {
  const blocks: T[][] = []
  const place = (k: number): void => {
    if (k === items.length) return visit(blocks)
    for (const block of blocks.slice()) {
      block.push(items[k]!)
      place(k + 1)
      block.pop()
    }
    blocks.push([items[k]!])
    place(k + 1)
    blocks.pop()
  }
  place(0)
}
