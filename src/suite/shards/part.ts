/** What the record of a shard holds beside whole theorems: its share of theorems that are split. */
import type { Decided } from '../../verify/decided.js'
import type { OpenEvidence } from '../../verify/verify-home.js'
import type { TheoremReport } from '../../verify/evidence.js'
import type { DecidedDraws, DrawsRequest } from '../jobs/decide-draws.js'
import { type Form, having, isCount, isObject, isText, listOf, oneOf, optional, orNull } from '../forms.js'

export interface Part {
  /** which division into shards it is a part of */
  readonly assignment: string
  /** number of theorems over which the suite's error is split */
  readonly suiteSize: number
  /** fingerprint of all theorems of the folder, and of the code */
  readonly texts: string
  readonly split: readonly SplitShare[]
}

/** What is asked of a shard for a theorem that is split. */
export interface ShareRequest extends DrawsRequest {
  /** is the theorem at home there? */
  readonly home: boolean
}

/** What a shard found of a theorem that is split. */
export interface ShareFound extends DecidedDraws {
  /** where the theorem is at home: all that is no draw */
  readonly home?: Home
}

/** A theorem as its home leaves it: a report in which open evidence passes for verified. */
export interface Home {
  /** null where no claim could be verified; faults in the record of the shard say why */
  readonly report: TheoremReport | null
  readonly open: readonly OpenEvidence[]
}

export interface SplitShare extends ShareFound {
  readonly id: string
  readonly file: string
  /** of module, imports and engine */
  readonly fingerprint: string
}

const share = having({
  id: isText, file: isText, fingerprint: isText, decisions: isObject, seconds: Number.isFinite,
  home: optional(isObject),
})
const part = having({ assignment: isText, texts: isText, suiteSize: Number.isInteger, split: listOf(share) })

/** Has it the form of a part? What its decisions and homes say is looked at when they are wanted. */
export const isPart = (value: unknown): value is Part => part(value)

/** JSON has no infinity, and evidence may be infinite. */
const infinities: ReadonlyMap<unknown, number> = new Map([['Infinity', Infinity], ['-Infinity', -Infinity]])

/** Decisions as JSON keeps them to the last bit; what is no number is left out, for whoever merges to find. */
export const packed = (decisions: ReadonlyMap<string, Decided>): Record<string, unknown> =>
  Object.fromEntries([...decisions].map(([key, one]) => [key, mapped(one, (x) =>
    (typeof x === 'number' && Math.abs(x) === Infinity ? String(x) : x))] as const)
    .filter(([, one]) => unpacked(one) !== null))

/** One decision read back; null where it is none. */
export function unpacked(value: unknown): Decided | null {
  const found = mapped(value, (x) => infinities.get(x) ?? x)
  return isDecided(found) ? found : null
}

function mapped(value: unknown, f: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => mapped(one, f))
  if (!isObject(value)) return f(value)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, f)]))
}

const isNumber: Form = (x) => typeof x === 'number' && !Number.isNaN(x)
const matrix = listOf(listOf(isNumber))
const bias = having({ value: isNumber, origin: isText })
const bet = having({ component: isText, up: listOf(isNumber), down: listOf(isNumber) })
const check = having({
  status: oneOf('running', 'verified', 'refuted', 'invalid', 'degenerate'), n: isCount,
  estimate: orNull(matrix), standardError: orNull(matrix),
  logE: having({ hi: orNull(isNumber), lo: orNull(isNumber), refute: orNull(isNumber) }),
  needed: having({ verify: isNumber, refute: isNumber }), side: oneOf(null, 'above', 'below'), guarantee: isText,
  reason: orNull(isText), precision: isNumber, inner: isNumber, bias, bets: listOf(bet),
})
const trace = having({
  samples: listOf(isCount), verify: listOf(orNull(isNumber)), refute: listOf(orNull(isNumber)),
})
const sampled = having({
  design: isText, bias, budget: isNumber, cv2: orNull(isNumber), dimension: optional(isCount),
  distance: optional(isText), target: orNull(having({ claimed: matrix, units: matrix })),
})
const decided =
  having({ check, trace, chunks: isCount, sampled, stepwise: oneOf(true, false), seconds: isNumber })

const isDecided = (x: unknown): x is Decided => decided(x)
