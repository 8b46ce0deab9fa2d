/** One draw of the parameters made ready for simulation: what the claims predict there, and what has been recorded. */
import { doubles } from '../theorem/doubles.js'
import { inDoubles } from '../theorem/draws.js'
import { isGaussian } from '../process/moments/is-gaussian.js'
import type { CompiledClaim } from '../theorem/compile.js'
import type { Draw } from '../theorem/raw-draws.js'
import type { StreamAddress } from '../simulation/streams.js'
import type { Expression } from '../symbolic/expression.js'
import { baseAt, type Base } from './algebra.js'
import type { Case } from './case.js'
import { conditionalRecording } from './conditional-recording.js'
import { invarianceOf } from './invariance.js'
import { centred, type Observed } from './observed.js'
import { processKindOf } from './process-kind-of.js'
import { recordingOf, type Recording } from './recording.js'
import type { SampledProcess } from './sampled-process.js'
import { BIAS_SHARE, DISCRETISATION_SHARE, finestPrecision } from './simulation-levels.js'
import { measuredIn } from './solution.js'
import { stationaryRecording, type StationaryRecording } from './stationary-recording.js'

export interface SimulatedDraw {
  readonly draw: Draw
  readonly number: number
  /** part of the address of all its random numbers */
  readonly phase: string
  readonly dimension: number
  readonly base: Base<number>
  /** is the state exactly Gaussian at every time? */
  readonly gaussian: boolean
  /** are its stationary fourth moments infinite? @throws StatementError UNSTABLE where the second are */
  readonly heavy: boolean
  /** made once for this draw and phase, with a stream of its own */
  kept<T>(what: string, make: (address: StreamAddress) => T): T
  /** last states of x, for Cov(x) of a Gaussian state */
  endpoints(measured: string): Recording
  /** states a few steps after the exact law of a Gaussian state, with x; null where that law is not to be had */
  stationary(measured: string): StationaryRecording | null
  /** single steps from the state of measures given(...), which must be one state */
  conditional(...measured: string[]): Recording
  /** all measures that the claims of this group simulate: runs that make up for their ends, or long averages */
  averages(): { readonly recording: Recording; readonly names: readonly string[] }
}

const lastStates = { averaging: 0, blocksPerChunk: 64, sumsOnly: true }

const newBase = (at: Case, draw: Draw, dimension: number): Base<number> =>
  baseAt(at.compiled, inDoubles(draw), doubles, dimension)

/** On a base of its own: whichever draw is asked first, its moments are then found as those of every other. */
const isGaussianAt = (at: Case, draw: Draw, dimension: number): boolean =>
  at.once(`gaussian ${dimension}`, () => isGaussian(newBase(at, draw, dimension).chain()))

export function simulatedDraw(
  at: Case, claim: CompiledClaim, draw: Draw, number: number, dimension: number, phase = 'search',
): SimulatedDraw {
  const base = newBase(at, draw, dimension)
  const key = `${claim.whenText ?? ''} ${dimension} ${number} ${phase}`
  const bias = at.options.precision * BIAS_SHARE
  const { options: { seed, alphaVerify }, compiled: { theorem: { id: theorem } } } = at
  const address = (what: string): StreamAddress =>
    ({ seed, theorem, claim: `${claim.whenText ?? ''} ${what} ${dimension}`, draw: number, phase })
  const averaged = at.once('averaged', () => averagedNames(at))
  const measures = averaged.map((name) => at.compiled.measure.get(name)!)
  const kind = processKindOf(at.compiled)
  const sampled = (): SampledProcess =>
    at.once(`sampled ${key}`, () => kind.sampled(base, measures, DISCRETISATION_SHARE * finestPrecision(at)))
  const observedOf = (measured: string): Observed => {
    const measure = at.compiled.measure.get(measured)!
    return centred(measure.kind === 'call' ? measure.operands[0]! : measure, base)
  }
  return {
    draw, number, phase, dimension, base,
    get gaussian() { return kind.hasSteps && isGaussianAt(at, draw, dimension) },
    get heavy() { return base.hasMoments && !this.gaussian && at.once(`heavy ${key}`, () => isHeavyTailed(sampled())) },
    kept: (what, make) => at.once(`${what} ${key}`, () => make(address(what))),
    endpoints: (measured) => at.once(`endpoints ${measured} ${key}`, () =>
      recordingOf({ ...lastStates, base, observed: [observedOf(measured)], address: address(measured), bias })),
    stationary: (measured) => {
      const plan = at.once(`invariance ${key}`, () => invarianceOf(base))
      return plan && stationaryRecording(plan, observedOf(measured), base, (what, make) =>
        at.once(`stationary ${what} ${key}`, () => make(address(`stationary ${what}`))))
    },
    conditional: (...measured) => at.once(`conditional ${measured.join()} ${key}`, () =>
      conditionalRecording(measured.map((name) => at.compiled.measure.get(name)!), base, address(measured.join()))),
    averages() { const { heavy } = this; return at.once(`averages ${key}`, () => ({
      names: averaged,
      recording: kind.averages({
        base, measures, sampled, heavy, bias, address, alphaVerify, precision: finestPrecision(at),
      }),
    })) },
  }
}

const isHeavyTailed = ({ base }: SampledProcess): boolean => processKindOf(base.compiled).isHeavyTailed(base)

/** Measures that are averages over the process, of the claims that are to be simulated. */
function averagedNames(at: Case): readonly string[] {
  const { claims, where, measure, theorem: { evidence } } = at.compiled
  const simulated = [...claims.values()].filter(({ name }) => evidence[name]?.some(({ kind }) => kind === 'simulated'))
  const wanted = new Set(simulated.flatMap((claim) => measuredIn({ claim, where, change: '' }, at)))
  const isAverage = (e: Expression): boolean => e.kind === 'call' && (e.name === 'E' || e.name === 'Cov')
  return [...measure].filter(([name, e]) => wanted.has(name) && isAverage(e)).map(([name]) => name)
}
