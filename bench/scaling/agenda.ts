/** What is to happen, in the order of time: a binary heap; what comes at one time happens in the order it was noted. */

export interface Agenda {
  /** seconds since the beginning */
  now(): number
  after(seconds: number, happen: () => void): void
  /** Lets everything happen. */
  run(): void
}

interface Entry {
  readonly at: number
  readonly order: number
  readonly happen: () => void
}

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

export function createAgenda(): Agenda {
  const heap: Entry[] = []
  let [now, order] = [0, 0]
  return {
    now: () => now,
    after: (seconds, happen) => push(heap, { at: now + seconds, order: order++, happen }),
    run() {
      while (heap.length) {
        const { at, happen } = pop(heap)
        now = at
        happen()
      }
    },
  }
}

function push(heap: Entry[], entry: Entry): void {
  let k = heap.length
  while (k > 0) {
    const parent = (k - 1) >> 1
    if (!isBefore(entry, heap[parent]!)) break
    heap[k] = heap[parent]!
    k = parent
  }
  heap[k] = entry
}

function pop(heap: Entry[]): Entry {
  const first = heap[0]!
  const last = heap.pop()!
  if (heap.length === 0) return first
  let k = 0
  for (let child = 1; child < heap.length; child = 2 * k + 1) {
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++
    if (!isBefore(heap[child]!, last)) break
    heap[k] = heap[child]!
    k = child
  }
  heap[k] = last
  return first
}
