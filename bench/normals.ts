/** Standard normals in double precision, thousands at a time. */
import { streamSeed } from '../src/simulation/streams.js'
import { vectorNoise } from '../src/simulation/wasm/noise-source.js'
import { address, timed } from './workload.js'
import type { Workload } from './workload.js'

const [count, times] = [4096, 10000]
const noise = vectorNoise([{ kind: 'normal' }])
const out = new Float64Array(count)
noise.seed(streamSeed({ ...address, block: 0 }))

export const normalsWorkload: Workload = {
  name: 'normals',
  unit: 'normal',
  rival: ['normals', count, times],
  atLeast: { numpy: 2.5, c: 0.8 },
  repeat: () => timed(() => {
    for (let k = 0; k < times; k++) noise.fill({ kind: 'normal' }, out, 0, count)
    return { units: count * times, check: 0 }
  }),
}
