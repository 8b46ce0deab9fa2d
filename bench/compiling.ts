/** From a program to a machine that runs: the module is generated, compiled by the host and instantiated. */
import type { Program } from '../src/process/program.js'
import { machineFor } from '../src/simulation/engine.js'
import { replicasPerBlock } from '../src/simulation/trajectories.js'
import { diagonalMomentum, momentum, regression } from '../test/simulation/programs.js'
import { least, type Fact } from './fact.js'

// a program is compiled once, hence a new one each time
const milliseconds = (make: () => Program): number => least(9, () => {
  const program = make()
  const started = performance.now()
  machineFor(program, replicasPerBlock)
  return performance.now() - started
})

export function compilingFacts(): readonly Fact[] {
  const programs: readonly (readonly [string, () => Program, boolean])[] = [
    ['diagonal, D = 4', () => diagonalMomentum(4), true], ['dense, D = 4', () => momentum(4), true],
    ['regression, D = 4, S = 8', () => regression(4, 8), true], ['dense, D = 16', () => momentum(16), false],
  ]
  return programs.map(([name, make, promised]) => ({
    name: `compile ${name}`, value: milliseconds(make), unit: 'ms', ...(promised && { target: { atMost: 20 } }),
  }))
}
