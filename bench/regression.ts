/** W2: minibatch SGD on linear regression with fresh Gaussian data, D = 4 and S = 8. */
import { averages, replicasPerBlock } from '../src/simulation/trajectories.js'
import { regression } from '../test/simulation/programs.js'
import { address, timed } from './workload.js'
import type { Workload } from './workload.js'

const [D, S, replicas, steps] = [4, 8, 1024, 1000]
const run = {
  program: regression(D, S), parameters: [0.5], address, start: new Float64Array(D),
  firstBlock: 0, blocks: replicas / replicasPerBlock, burnIn: steps / 2, steps: steps / 2,
}

export const regressionWorkload: Workload = {
  name: `W2 regression, D = ${D}, S = ${S}`,
  unit: 'replica-step',
  rival: ['regression', D, replicas, steps, S],
  atLeast: { numpy: 5, c: 0.9 },
  repeat: () => timed(() => {
    const { values } = averages(run)
    const check = values.subarray(0, replicas).reduce((sum, value) => sum + value, 0) / replicas
    return { units: replicas * steps, check }
  }),
}
