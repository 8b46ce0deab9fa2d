import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averages, endpoints } from '../../src/simulation/trajectories.js'
import { passages } from '../../src/simulation/passages.js'
import { address } from './address.js'
import { anyProgram } from './any-program.js'

const range = { parameters: [1, -2, 3, 0.25, 5, 6, 7, 8, 0.5], address, firstBlock: 3, blocks: 1 }
const compiled = ['javascript', 'webassembly'] as const

describe.each(compiled)('the %s kernel', (engine) => {
  it('averages random programs to the very bits of the interpreter', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const run = { ...range, program, start: program.next.map((_, i) => 0.5 - i), burnIn: 2, steps: 5, thin: 2 }
        expect(averages({ ...run, engine })).toEqual(averages({ ...run, engine: 'interpreter' }))
      }),
      { numRuns: 60 },
    )
  })

  it('lets paths of random programs leave exactly as the interpreter does', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const run = { ...range, program, start: program.next.map((_, i) => 0.5 - i), cap: 4 }
        expect(passages({ ...run, engine })).toEqual(passages({ ...run, engine: 'interpreter' }))
      }),
      { numRuns: 20 },
    )
  })

  it('starts from a draw of another program as the interpreter does', () => {
    fc.assert(
      fc.property(anyProgram, (program) => {
        const run = { ...range, program, start: { program, parameters: range.parameters }, steps: 1 }
        expect(endpoints({ ...run, engine })).toEqual(endpoints({ ...run, engine: 'interpreter' }))
      }),
      { numRuns: 20 },
    )
  })
})
