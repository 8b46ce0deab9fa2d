/** A minibatch process with the batch written out: one noise per sample, the mean as a sum divided by S. */
import { recurrence, type Recurrence } from '../../src/process/text.js'

/** `gradient(k)` is the formula of sample k; names of samples get the suffix k. */
export function unrolled(process: Recurrence, size: number, gradient: (k: number) => string): Recurrence {
  const samples = Object.entries(process.batch!.sample)
  const copies =
    Array.from({ length: size }, (_, k) => samples.map(([name, law]) => [`${name}${k}`, law] as const)).flat()
  const sum = Array.from({ length: size }, (_, k) => gradient(k)).join(' + ')
  return recurrence({
    state: process.state,
    noise: Object.fromEntries(copies),
    step: process.step.map((line) => line.replace(/mean\(.*\)$/, `(${sum}) / ${size}`)),
  })
}
