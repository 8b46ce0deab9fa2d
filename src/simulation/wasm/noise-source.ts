/** A source of variates that fills through WebAssembly; same stream, same bits as referenceNoise. */
import type { Law, Noise } from '../noise.js'
import { streamWords } from '../streams.js'
import { instantiate } from './instance.js'
import type { Instance } from './instance.js'
import { moduleBuilder } from './module.js'
import { defineNoise } from './noise.js'
import { tablesEnd, writeTables } from './ziggurat.js'

const outAt = Math.ceil(tablesEnd / 64) * 64
const capacity = 4096

/** A source for the laws named; each filling passes through a small memory of its own. */
export function vectorNoise(laws: readonly Law[]): Noise {
  const { buffer, exports } = noiseInstance(laws)
  const stream = new Uint32Array(buffer, 0, streamWords)
  const values = new Float64Array(buffer, outAt, capacity)
  return {
    seed: (start) => stream.set(start),
    stream: () => stream.slice(),
    reserve: () => exports.uniform!(),
    fill(law, out, at, count) {
      const fill = exports[JSON.stringify(law)]!
      for (let done = 0; done < count; done += capacity) {
        const part = Math.min(capacity, count - done)
        fill(outAt, outAt + 8 * part)
        out.set(values.subarray(0, part), at + done)
      }
    },
  }
}

function noiseInstance(laws: readonly Law[]): Instance {
  const module = moduleBuilder()
  const noise = defineNoise(module)
  module.expose('uniform', noise.uniform)
  for (const law of laws) module.expose(JSON.stringify(law), noise.fill(law))
  const instance = instantiate(module.bytes(outAt + 8 * capacity))
  writeTables(instance.buffer)
  return instance
}
