/** What the record of a shard holds beside whole theorems: its share of theorems that are split. */
import type { Decided } from '../../verify/decided.js'
import type { OpenEvidence } from '../../verify/verify-home.js'
import type { TheoremReport } from '../../verify/evidence.js'
import type { DecidedDraws, DrawsRequest } from '../jobs/decide-draws.js'
import { isObject } from '../read-record.js'

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

/** Has it the form of a part? What its decisions and homes say is looked at when they are wanted. */
export const isPart = (value: unknown): value is Part =>
  isObject(value) && typeof value.assignment === 'string' && typeof value.texts === 'string'
  && Number.isInteger(value.suiteSize) && Array.isArray(value.split) && value.split.every(isShare)

const isShare = (value: unknown): boolean =>
  isObject(value) && [value.id, value.file, value.fingerprint].every((one) => typeof one === 'string')
  && isObject(value.decisions) && Number.isFinite(value.seconds) && (value.home === undefined || isObject(value.home))

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

const isNumber = (x: unknown): x is number => typeof x === 'number' && !Number.isNaN(x)
const isMaybe = (x: unknown): boolean => x === null || isNumber(x)
const isCount = (x: unknown): boolean => Number.isInteger(x) && (x as number) >= 0
const isList = (x: unknown, of: (one: unknown) => boolean): boolean => Array.isArray(x) && x.every(of)
const isMatrix = (x: unknown): boolean => isList(x, (row) => isList(row, isNumber))
const isLog = (x: unknown): boolean => isObject(x) && ['hi', 'lo', 'refute'].every((side) => isMaybe(x[side]))
const isBet = (x: unknown): boolean =>
  isObject(x) && typeof x.component === 'string' && isList(x.up, isNumber) && isList(x.down, isNumber)
const isBias = (x: unknown): boolean => isObject(x) && isNumber(x.value) && typeof x.origin === 'string'
const statuses: readonly unknown[] = ['running', 'verified', 'refuted', 'invalid', 'degenerate']

const isDecided = (x: unknown): x is Decided =>
  isObject(x) && isCheck(x.check) && isTrace(x.trace) && isCount(x.chunks) && isSampled(x.sampled)
  && typeof x.stepwise === 'boolean' && isNumber(x.seconds)

const isCheck = (x: unknown): boolean => isObject(x) && statuses.includes(x.status) && isCount(x.n)
  && [x.estimate, x.standardError].every((one) => one === null || isMatrix(one)) && isLog(x.logE)
  && isObject(x.needed) && isNumber(x.needed.verify) && isNumber(x.needed.refute)
  && [null, 'above', 'below'].includes(x.side as null) && typeof x.guarantee === 'string'
  && (x.reason === null || typeof x.reason === 'string') && isNumber(x.precision) && isNumber(x.inner)
  && isBias(x.bias) && isList(x.bets, isBet)

const isTrace = (x: unknown): boolean =>
  isObject(x) && isList(x.samples, isCount) && isList(x.verify, isMaybe) && isList(x.refute, isMaybe)

const isSampled = (x: unknown): boolean => isObject(x) && typeof x.design === 'string' && isBias(x.bias)
  && isNumber(x.budget) && isMaybe(x.cv2) && (x.dimension === undefined || isCount(x.dimension))
  && (x.distance === undefined || typeof x.distance === 'string')
  && (x.target === null || (isObject(x.target) && isMatrix(x.target.claimed) && isMatrix(x.target.units)))
