/**
 * Door 2: theorems as vitest tests, one `describe` per theorem and one test per claim, or one theorem in a test:
 *
 *     testTheorems(import.meta.glob('../theorems/**\/*.ts', { eager: true }))
 *     await expect(covariance).toHold({ effort: 0.1 })
 *
 * What was found is in `task.meta.assay` of the test, for reporters.
 */
import { describe, expect, test } from 'vitest'
import { counterexampleLines, claimLine, remarkLines } from './report/claim-text.js'
import { alphaVerify, shareOf } from './suite/budget.js'
import { generatorFault, generatorReport, type TestGenerator } from './suite/generator.js'
import { stateFault } from './suite/load-theorem.js'
import { standingOf } from './suite/summary.js'
import type { Verify } from './suite/verification.js'
import type { Theorem } from './theorem/define.js'
import type { ClaimReport, Evidence } from './verify/evidence.js'
import type { Verification } from './verify/verify-theorem.js'

export interface TestOptions {
  /** multiplier of draws and samples; default 0.1, a quick look */
  readonly effort?: number
  /** relative precision of simulated claims; default 0.02 */
  readonly precision?: number
  /** default '1' */
  readonly seed?: string
  /** try the misprints of each claim? default true */
  readonly misprints?: boolean
  /** milliseconds for one theorem; default 10 minutes */
  readonly timeout?: number
  /** how a theorem is verified; default: as `assay verify` does */
  readonly verify?: Verify
  /** how the random numbers are tested before a deep verification; default: as `assay verify` does */
  readonly testGenerator?: TestGenerator
}

export interface HoldOptions extends TestOptions {
  /** the claims that are meant; default: all of the theorem */
  readonly claims?: readonly string[]
  /** number of theorems of the run, over which its error is split; default 1 */
  readonly theorems?: number
}

/** What was found of one claim, as `task.meta.assay` holds it: plain JSON. */
export interface ClaimFinding extends Pick<
  ClaimReport, 'verdict' | 'expected' | 'asExpected' | 'misprints' | 'counterexample'
> {
  readonly theorem: string
  readonly claim: string
  readonly evidence: readonly Pick<Evidence, 'kind' | 'verdict' | 'how' | 'seconds'>[]
}

declare module 'vitest' {
  // the type parameters must be those of vitest
  // oxlint-disable-next-line typescript/no-explicit-any
  interface Matchers<T = any> {
    /**
     * Every claim of the theorem comes out as it says; await it. `not` asks that one does not, undecided is neither.
     */
    toHold(options?: HoldOptions): Promise<void>
  }
  interface TaskMeta {
    assay?: readonly ClaimFinding[]
  }
}

type Module = { readonly default?: unknown }

/**
 * Turns theorem modules, keyed by their paths as import.meta.glob does, into tests. A test fails where its claim did
 * not come out as expected, with the counterexample in its message. Throws a RangeError where there is no theorem.
 */
export function testTheorems(modules: Readonly<Record<string, unknown>>, options: TestOptions = {}): void {
  const stated = Object.entries(modules).filter(([path]) => !/(^|\/)(sources\.\w+|_[^/]*)$/.test(path))
  if (!stated.length) throw new RangeError('no theorem among the modules; check the pattern of import.meta.glob')
  for (const [path, module] of stated) testModule(path, module as Module, options, shareOf(stated.length))
}

function testModule(path: string, module: Module, options: TestOptions, alphaRefute: number): void {
  const id = (module.default as Theorem | undefined)?.id ?? path
  const fault = stateFault(module, path, path.replace(/\.\w+$/, '').endsWith(`/${id}`) ? id : path)
  if (fault) return void test(path, () => { throw new Error(fault.message) })
  const theorem = module.default as Theorem
  const { timeout = 600_000 } = options
  const verified = once(() => verify(theorem, options, alphaRefute))
  describe(`${id}: ${theorem.title}`, () => {
    for (const name of Object.keys(theorem.claims)) {
      test(name, { timeout }, async ({ annotate, task }) => {
        task.meta.assay = findings(id, await verified(), [name])
        const message = complaint(name, await verified())
        if (message) throw new Error(message)
        await annotate(claimLine((await verified()).claims.find((claim) => claim.name === name)!))
      })
    }
  })
}

expect.extend({
  async toHold(received: unknown, options: HoldOptions = {}) {
    const id = (received as Partial<Theorem> | null)?.id ?? ''
    const fault = stateFault({ default: received }, 'expect(theorem)', id)
    if (fault) throw new Error(fault.message)
    const theorem = received as Theorem
    const names = options.claims ?? Object.keys(theorem.claims)
    const found = await verify(theorem, options, shareOf(options.theorems ?? 1))
    const task = this.task
    if (task) task.meta.assay = [...task.meta.assay ?? [], ...findings(id, found, names)]
    const complaints = names.map((name) => complaint(name, found)).filter((text) => text !== null)
    const contrary = found.claims.some((claim) => names.includes(claim.name) && standingOf(claim) === 'contrary')
    return {
      pass: this.isNot ? !contrary : complaints.length === 0,
      message: () => [`${id} ${this.isNot ? 'was expected not to hold' : 'does not hold'}`, ...complaints].join('\n\n'),
    }
  },
})

const findings = (theorem: string, { claims }: Verification, names: readonly string[]): ClaimFinding[] => claims
  .filter(({ name }) => names.includes(name))
  .map(({ name, verdict, expected, asExpected, misprints, counterexample, evidence }) => ({
    theorem, claim: name, verdict, expected, asExpected, misprints, counterexample,
    evidence: evidence.map(({ kind, verdict: of, how, seconds }) => ({ kind, verdict: of, how, seconds })),
  }))

async function verify(theorem: Theorem, options: HoldOptions, alphaRefute: number): Promise<Verification> {
  const { effort = 0.1, precision = 0.02, seed = '1', misprints = true, claims } = options
  const generator = await generatorReport({ effort, seed }, options.testGenerator)
  if (generator?.ok === false) return { claims: [], faults: [generatorFault(generator)] }
  const verifying = options.verify ?? (await import('./suite/verify-checked.js')).verifyChecked
  const asked = { effort, precision, seed, misprints, alphaVerify, alphaRefute, ...(claims && { claims }) }
  return verifying(theorem, asked, () => {})
}

/** Why a claim's test fails; null where the claim came out as expected. */
function complaint(name: string, { claims, faults }: Verification): string | null {
  const fault = faults.find(({ claim }) => claim === name || claim === null)
  if (fault) return `${fault.code}: ${fault.message}`
  const claim = claims.find((one) => one.name === name)
  if (!claim) return 'was not verified'
  return standingOf(claim) === 'expected' ? null : account(claim, claims)
}

const account = (claim: ClaimReport, siblings: readonly ClaimReport[]): string =>
  [claimLine(claim), ...remarkLines(claim, siblings), ...counterexampleLines(claim)].join('\n')

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
