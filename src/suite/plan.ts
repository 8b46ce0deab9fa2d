/** Which theorems a run verifies, in which order, and what share of the suite's error each may spend. */
import { drawsAtHome } from '../verify/simulation-levels.js'
import { refuse } from './refusal.js'
import type { StatementFault } from '../verify/evidence.js'
import type { TheoremFile } from './discover.js'
import { faultOf } from './faults.js'
import { matchesAny } from './pattern.js'
import { assignment } from './shards/assignment.js'
import type { Cost } from './shards/costs.js'

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
  /** are misprints tried? they look at the first draws of a theorem, which then stay together */
  readonly misprints?: boolean
  /** what a theorem is expected to cost, for shards; default: by the size of its module, and none is split */
  readonly costOf?: (file: TheoremFile) => Cost
}

export interface Plan {
  readonly files: readonly TheoremFile[]
  readonly faults: readonly StatementFault[]
  /** number of theorems of the whole suite: the error budget is split over these, whatever is selected */
  readonly suiteSize: number
  /** of a shard: the draws that are decided here, of theorems whose verdicts are made by whoever merges */
  readonly split: readonly SplitFile[]
  /** of a shard: which division it is a part of */
  readonly assignment: string | null
}

export interface SplitFile {
  readonly file: TheoremFile
  /** numbers of the draws */
  readonly draws: readonly number[]
  /** is all that is no draw done here as well? */
  readonly home: boolean
}

/** Selects by pattern, then by shard. Throws NO_MATCH and EMPTY_SHARD: a run of nothing is never green. */
export function planRun(
  all: readonly TheoremFile[], { patterns, only, among, shard, misprints = false, costOf }: Selection,
): Plan {
  const matching =
    all.filter(({ id }) => (only === undefined ? matchesAny(id, patterns) : id === only) && (among?.has(id) ?? true))
  if (!matching.length) {
    refuse('NO_MATCH', `no theorem matches ${quoted(only ? [only] : patterns)}; assay list shows every id`)
  }
  const { mine, split, fingerprint } = shard ? partOf(matching, shard, drawsAtHome({ misprints }), costOf ?? bySize)
    : { mine: matching, split: [], fingerprint: null }
  const twice = mine.filter((file) => firstWith(all, file.id) !== file)
  return {
    files: mine.filter((file) => !twice.includes(file)),
    faults: twice.map(({ file, id }) => faultOf(file, 'DUPLICATE_ID',
      `id "${id}" belongs to ${firstWith(all, id).file}; give one of them another name`)),
    suiteSize: new Set(all.map(({ id }) => id)).size,
    split: split.filter(({ file }) => firstWith(all, file.id) === file),
    assignment: fingerprint,
  }
}

const bySize = ({ bytes }: TheoremFile): Cost => ({ rest: bytes, draws: [] })

/** What a shard does of some theorems. Throws EMPTY_SHARD. */
function partOf(
  matching: readonly TheoremFile[], { index, count }: Shard, atHome: number, costOf: (file: TheoremFile) => Cost,
) {
  const expected = matching.map((file) => ({ key: keyOf(file), cost: costOf(file) }))
  const { shares, fingerprint } = assignment(expected, count, atHome)
  const { whole, homes, draws } = shares[index - 1]!
  if (!whole.length && !draws.size) {
    refuse('EMPTY_SHARD',
      `shard ${index}/${count} is empty, ${matching.length} theorems do not divide into so many; use fewer`)
  }
  return {
    mine: matching.filter((file) => whole.includes(keyOf(file))),
    split: matching.flatMap((file) => {
      const own = draws.get(keyOf(file))
      return own ? [{ file, draws: own, home: homes.includes(keyOf(file)) }] : []
    }),
    fingerprint,
  }
}

/** The same on every machine; two files may have one id. */
const keyOf = ({ id, file }: TheoremFile): string => `${id}.${file.split('.').at(-1)}`

/** Longest first, by the seconds of an earlier run by file; files that have none come first, the largest ahead. */
export function longestFirst(files: readonly TheoremFile[], seconds: ReadonlyMap<string, number>): TheoremFile[] {
  const known = ({ file }: TheoremFile): number => seconds.get(file) ?? Infinity
  return [...files].sort((a, b) => (known(a) === known(b) ? b.bytes - a.bytes : known(b) - known(a)))
}

const firstWith = (all: readonly TheoremFile[], id: string): TheoremFile => all.find((file) => file.id === id)!

const quoted = (patterns: readonly string[]): string => patterns.map((pattern) => `"${pattern}"`).join(' or ')
