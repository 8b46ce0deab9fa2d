/**
 * Minibatch noise of a model that is linear in its weights but not in its inputs, f(x) = w'phi(x) with forty random
 * tanh features, at the weights that made the labels moved by a random vector. With the Hessian H = mean of phi phi'
 * and residuals r, by definition
 *
 *     S Tr C = mean r^2 |phi|^2 - |grad L|^2.
 *
 * The squared length of a tanh feature vector hardly varies, so that the trace is near 2 L Tr H - |grad L|^2, as
 * published: here the sign of Theorem 5 is nearly right, for features that are not Gaussian; with Gaussian features it
 * is plus.
 */
import { algorithm, between, defineTheorem, measured, scalar, simulated, type Random } from 'assay'
import { ziyin2022 } from '../sources.js'

const INPUTS = 10
const FEATURES = 40
const EXAMPLES = 1000
const BATCH = 4

const normals = (count: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal())
const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0)

interface Losses {
  readonly gradients: readonly Float64Array[]
  readonly mean: Float64Array
  readonly square: number
  readonly lossTimesHessian: number
}

function lossesAt(w: Float64Array, features: readonly Float64Array[], labels: readonly number[]): Losses {
  const mean = new Float64Array(FEATURES)
  let [loss, hessian] = [0, 0]
  const gradients = features.map((phi, n) => {
    const residual = dot(phi, w) - labels[n]!
    loss += residual ** 2 / 2 / EXAMPLES
    hessian += dot(phi, phi) / EXAMPLES
    return phi.map((x, i) => {
      mean[i]! += residual * x / EXAMPLES
      return residual * x
    })
  })
  return { gradients, mean, square: dot(mean, mean), lossTimesHessian: 2 * loss * hessian }
}

/** The features of all examples, of inputs and random weights that are drawn once. */
function featuresOf(random: Random): Float64Array[] {
  const inner = Array.from({ length: FEATURES }, () => normals(INPUTS, random))
  return Array.from({ length: EXAMPLES }, () => {
    const x = normals(INPUTS, random)
    return Float64Array.from(inner, (v) => Math.tanh(dot(v, x)))
  })
}

/** S |g - grad L|^2 for the mean g over a batch of S examples. */
function noiseOfBatch({ gradients, mean }: Losses, random: Random): number {
  const batch = Array.from({ length: BATCH }, () => gradients[Math.floor(random.uniform() * EXAMPLES)]!)
  let square = 0
  for (let i = 0; i < FEATURES; i++) {
    let sum = -BATCH * mean[i]!
    for (const gradient of batch) sum += gradient[i]!
    square += sum * sum
  }
  return square / BATCH
}

export default defineTheorem({
  id: 'ziyin2022/noise-of-random-features',
  title: 'Minibatch noise of a random-features model',
  source: ziyin2022.at('Theorem 5, for a random-features model'),
  says: 'For bounded features the gradients are subtracted, nearly as published, and not added as for Gaussian ones.',

  symbols: {
    sigma: between(0.2, 0.6, 'standard deviation of the label noise'),
    T: measured.scalar('trace of the noise, times the batch size'),
    F: measured.scalar('twice the loss times the trace of the Hessian'),
    G: measured.scalar('square of the gradient of the loss'),
  },
  process: algorithm({
    state: { noise: scalar, product: scalar, square: scalar },
    parameters: { sigma: scalar },
    data: ({ sigma }, random) => {
      const features = featuresOf(random)
      const teacher = normals(FEATURES, random)
      const labels = features.map((phi) => dot(phi, teacher) + sigma * random.normal())
      return lossesAt(teacher.map((x) => x + 2 * random.normal()), features, labels)
    },
    step: (state, _, random, losses) => {
      state.noise = noiseOfBatch(losses, random)
      state.product = losses.lossTimesHessian
      state.square = losses.square
    },
    burnIn: () => 1,
  }),
  measure: { T: 'E(noise)', F: 'E(product)', G: 'E(square)' },

  claims: {
    subtracted: 'T == F - G',
    added: {
      says: 'the identity of Gaussian regression',
      then: 'T == F + G',
      expected: 'refuted',
      corrected: 'subtracted',
    },
  },

  evidence: {
    subtracted: [simulated({ dimension: 1, precision: 0.1 })],
    added: [simulated({ dimension: 1 })],
  },
})
