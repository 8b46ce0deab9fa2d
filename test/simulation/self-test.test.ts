import { describe, expect, it } from 'vitest'
import { selfTest } from '../../src/simulation/self-test.js'
import type { Draw } from '../../src/simulation/self-test.js'
import { streamSeed } from '../../src/simulation/streams.js'
import { vectorNoise } from '../../src/simulation/wasm/noise-source.js'
import { address } from './address.js'

const noise = vectorNoise((['normal', 'uniform', 'exponential', 'rademacher'] as const).map((kind) => ({ kind })))

function fresh(kind: Parameters<Draw>[0], block: number): Float64Array {
  const values = new Float64Array(2 ** 20)
  noise.seed(streamSeed({ ...address, block }))
  noise.fill({ kind }, values, 0, values.length)
  return values
}
const drawn: Draw = (law) => fresh(law, 0)

const failures = (draw: Draw): string[] =>
  selfTest('', undefined, draw).checks.filter(({ ok }) => !ok).map(({ law, name }) => `${law}: ${name}`)

describe('the self-test', () => {
  it('passes the generator', () => {
    expect(selfTest('any seed').checks.filter(({ ok }) => !ok)).toEqual([])
  })

  it('passes long fillings, through the door by which faults are injected', () => {
    expect(failures(drawn)).toEqual([])
  })

  it('catches uniforms of eight bits', () => {
    const coarse = (u: number): number => (Math.floor(u * 256) + 0.5) / 256
    expect(failures((law) => (law === 'uniform' ? drawn(law).map(coarse) : drawn(law))))
      .toContain('uniform: repeated values')
  })

  it('catches normals that are sums of twelve uniforms', () => {
    const sums = new Float64Array(2 ** 20).fill(-6)
    for (let term = 0; term < 12; term++) fresh('uniform', term).forEach((u, i) => (sums[i]! += u))
    expect(failures((law) => (law === 'normal' ? sums : drawn(law)))).toContain('normal: moment 4')
  })

  it('catches replicas that come in pairs, steps that repeat, and a wrong scale', () => {
    const spoilt = (change: (x: number, i: number, all: Float64Array) => number): string[] =>
      failures((law) => (law === 'normal' ? drawn(law).map(change) : drawn(law)))
    expect(spoilt((_, i, all) => all[i & ~1]!)).toContain('normal: correlation at lag 1')
    expect(spoilt((_, i, all) => all[i & ~64]!)).toContain('normal: correlation at lag 64')
    expect(spoilt((x) => 1.02 * x)).toContain('normal: moment 2')
  })

  it('catches a stream that is that of another block', () => {
    const [stream, copies] = [256 * 64, 5]
    const spoilt = (law: Parameters<Draw>[0]): string[] =>
      failures((drawing) => (drawing === law
        ? drawn(law).map((x, i, all) => (i < copies * stream ? all[i % stream]! : x)) : drawn(drawing)))
    for (const law of ['normal', 'uniform', 'exponential'] as const) {
      expect(spoilt(law)).toContain(`${law}: repeated values`)
    }
    expect(spoilt('rademacher')).toContain('rademacher: correlation at lag 16384')
  })

  it('catches tails that are cut', () => {
    expect(failures((law) => (law === 'normal' ? drawn(law).map((x) => (Math.abs(x) > 4 ? x / 2 : x)) : drawn(law))))
      .toEqual(['normal: beyond 4 deviations'])
  })
})
