/** Which theorems a run verifies, in which order, and what share of the suite's error each may spend. */
import { refuse } from './refusal.js'
import type { StatementFault } from '../verify/evidence.js'
import type { TheoremFile } from './discover.js'
import { faultOf } from './faults.js'
import { matchesAny } from './pattern.js'

export interface Shard {
  /** 1 .. count */
  readonly index: number
  readonly count: number
}

export interface Selection {
  /** substrings or globs of ids; none selects everything */
  readonly patterns: readonly string[]
  /** exactly this id, whatever the patterns */
  readonly only?: string
  /** of those that match, none but these */
  readonly among?: ReadonlySet<string>
  readonly shard?: Shard | undefined
}

export interface Plan {
  readonly files: readonly TheoremFile[]
  readonly faults: readonly StatementFault[]
  /** number of theorems of the whole suite: the error budget is split over these, whatever is selected */
  readonly suiteSize: number
}

/** Selects by pattern, then by shard. Throws NO_MATCH and EMPTY_SHARD: a run of nothing is never green. */
export function planRun(all: readonly TheoremFile[], { patterns, only, among, shard }: Selection): Plan {
  const matching =
    all.filter(({ id }) => (only === undefined ? matchesAny(id, patterns) : id === only) && (among?.has(id) ?? true))
  if (!matching.length) {
    refuse('NO_MATCH', `no theorem matches ${quoted(only ? [only] : patterns)}; assay list shows every id`)
  }
  const mine = shard ? matching.filter((_, i) => i % shard.count === shard.index - 1) : matching
  if (shard && !mine.length) {
    const { index, count } = shard
    refuse('EMPTY_SHARD', `shard ${index}/${count} is empty, there are ${matching.length} theorems; use fewer`)
  }
  const twice = mine.filter((file) => firstWith(all, file.id) !== file)
  return {
    files: mine.filter((file) => !twice.includes(file)),
    faults: twice.map(({ file, id }) => faultOf(file, 'DUPLICATE_ID',
      `id "${id}" belongs to ${firstWith(all, id).file}; give one of them another name`)),
    suiteSize: new Set(all.map(({ id }) => id)).size,
  }
}

/** Longest first, by the seconds of an earlier run by file; files that have none come first, the largest ahead. */
export function longestFirst(files: readonly TheoremFile[], seconds: ReadonlyMap<string, number>): TheoremFile[] {
  const known = ({ file }: TheoremFile): number => seconds.get(file) ?? Infinity
  return [...files].sort((a, b) => (known(a) === known(b) ? b.bytes - a.bytes : known(b) - known(a)))
}

const firstWith = (all: readonly TheoremFile[], id: string): TheoremFile => all.find((file) => file.id === id)!

const quoted = (patterns: readonly string[]): string => patterns.map((pattern) => `"${pattern}"`).join(' or ')
