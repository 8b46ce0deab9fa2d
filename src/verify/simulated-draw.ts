/** One draw of the parameters made ready for simulation: what the claims predict there, and what has been recorded. */
import { doubles } from '../theorem/doubles.js'
import { inDoubles } from '../theorem/draws.js'
import { isGaussian } from '../process/moments/is-gaussian.js'
import type { CompiledClaim } from '../theorem/compile.js'
import type { Draw } from '../theorem/raw-draws.js'
import type { StreamAddress } from '../simulation/streams.js'
import type { Expression } from '../symbolic/expression.js'
import { algorithmRecording } from './algorithm-recording.js'
import { baseAt, type Base } from './algebra.js'
import type { Case } from './case.js'
import { conditionalRecording } from './conditional-recording.js'
import { invarianceOf } from './invariance.js'
import { averageOf, centred, type Observed } from './observed.js'
import { processKindOf } from './process-kind-of.js'
import { algorithmOf } from './process-of.js'
import { recordingOf, type Recording } from './recording.js'
import { BIAS_SHARE } from './simulation-levels.js'
import { singleSteps } from './single-steps.js'
import { measuredIn } from './solution.js'
import { stationaryRecording, type StationaryRecording } from './stationary-recording.js'

export interface SimulatedDraw {
  readonly draw: Draw
  readonly number: number
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
  /** all measures that the claims of this group simulate: time averages, or single steps where tails are heavy */
  averages(): { readonly recording: Recording; readonly names: readonly string[] }
}

/** Averaging over eight burn-ins makes a few thousand replicas decide at 2 %. */
const AVERAGING = 8

export function simulatedDraw(
  at: Case, claim: CompiledClaim, draw: Draw, number: number, dimension: number, phase = 'search',
): SimulatedDraw {
  const base = baseAt(at.compiled, inDoubles(draw), doubles, dimension)
  const key = `${claim.whenText ?? ''} ${dimension} ${number} ${phase}`
  const bias = at.options.precision * BIAS_SHARE
  const { options: { seed }, compiled: { theorem: { id: theorem } } } = at
  const address = (what: string): StreamAddress =>
    ({ seed, theorem, claim: `${claim.whenText ?? ''} ${what} ${dimension}`, draw: number, phase })
  const observedOf = (measured: string): Observed => {
    const measure = at.compiled.measure.get(measured)!
    return centred(measure.kind === 'call' ? measure.operands[0]! : measure, base)
  }
  return {
    draw, number, dimension, base,
    get gaussian() { return base.hasMoments && at.once(`gaussian ${dimension}`, () => isGaussian(base.chain())) },
    get heavy() { return base.hasMoments && !this.gaussian && at.once(`heavy ${key}`, () => isHeavyTailed(base)) },
    kept: (what, make) => at.once(`${what} ${key}`, () => make(address(what))),
    endpoints: (measured) => at.once(`endpoints ${measured} ${key}`, () =>
      recordingOf({ base, observed: [observedOf(measured)], address: address(measured), bias, averaging: 0,
        blocksPerChunk: 64, sumsOnly: true })),
    stationary: (measured) => {
      const plan = at.once(`invariance ${key}`, () => invarianceOf(base))
      return plan && stationaryRecording(plan, observedOf(measured), base, (what, make) =>
        at.once(`stationary ${what} ${key}`, () => make(address(`stationary ${what}`))))
    },
    conditional: (...measured) => at.once(`conditional ${measured.join()} ${key}`, () =>
      conditionalRecording(measured.map((name) => at.compiled.measure.get(name)!), base, address(measured.join()))),
    averages() { const { heavy } = this; return at.once(`averages ${key}`, () => {
      const names = averagedNames(at)
      const measures = names.map((name) => at.compiled.measure.get(name)!)
      const algorithm = algorithmOf(at.compiled)
      if (algorithm) return { names, recording: algorithmRecording(algorithm, base, measures, address('averages')) }
      const observed = measures.map((measure) => averageOf(measure, base))
      const recording = heavy ? singleSteps(base, observed, address('single steps'))
        : recordingOf({ base, observed, address: address('averages'), bias, averaging: AVERAGING, blocksPerChunk: 8 })
      return { names, recording }
    }) },
  }
}

const isHeavyTailed = (base: Base<number>): boolean => processKindOf(base.compiled).isHeavyTailed(base)

/** Measures that are averages over the process, of the claims that are to be simulated. */
function averagedNames(at: Case): readonly string[] {
  const { claims, where, measure, theorem: { evidence } } = at.compiled
  const simulated = [...claims.values()].filter(({ name }) => evidence[name]?.some(({ kind }) => kind === 'simulated'))
  const wanted = new Set(simulated.flatMap((claim) => measuredIn({ claim, where, change: '' }, at)))
  const isAverage = (e: Expression): boolean => e.kind === 'call' && (e.name === 'E' || e.name === 'Cov')
  return [...measure].filter(([name, e]) => wanted.has(name) && isAverage(e)).map(([name]) => name)
}
