/**
 * Minibatch noise of a network of four tanh units on two inputs, at the weights it starts from and after training on
 * noisy labels. Of any model with residuals r the trace of the noise is, sampling with replacement,
 *
 *     S Tr C = mean r^2 |grad f|^2 - |grad L|^2,
 *
 * and 2 L Tr H where residuals and gradients are unrelated and the gradient is small: after training, not before.
 */
import { algorithm, between, defineTheorem, measured, scalar, simulated, type Random } from 'assay'
import { ziyin2022 } from '../sources.js'

const UNITS = 4
const EXAMPLES = 200
const STEPS = 400
const BATCH = 4
const RATE = 0.2

/** input weights, bias and output weight of each unit, one after the other */
type Weights = Float64Array
const normals = (count: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal())

/** f(x), its gradient into `out`, and the trace of its second derivative. */
function derivatives(w: Weights, x: number, y: number, out: Float64Array): { value: number; curvature: number } {
  let [value, curvature] = [0, 0]
  for (let k = 0; k < w.length; k += 4) {
    const h = Math.tanh(w[k]! * x + w[k + 1]! * y + w[k + 2]!)
    const slope = (1 - h * h) * w[k + 3]!
    value += h * w[k + 3]!
    curvature -= 2 * h * slope * (x * x + y * y + 1)
    out[k] = slope * x
    out[k + 1] = slope * y
    out[k + 2] = slope
    out[k + 3] = h
  }
  return { value, curvature }
}

/** The gradients of all losses at some weights, and what the noise is compared with. */
function lossesAt(w: Weights, inputs: Float64Array, labels: Float64Array) {
  const gradients = Array.from(labels, () => new Float64Array(w.length))
  const mean = new Float64Array(w.length)
  let [loss, hessian, weighted] = [0, 0, 0]
  gradients.forEach((gradient, n) => {
    const { value, curvature } = derivatives(w, inputs[2 * n]!, inputs[2 * n + 1]!, gradient)
    const residual = value - labels[n]!
    const length = squareOf(gradient)
    loss += residual ** 2 / 2 / EXAMPLES
    hessian += (length + residual * curvature) / EXAMPLES
    weighted += residual ** 2 * length / EXAMPLES
    for (let i = 0; i < w.length; i++) mean[i]! += (gradient[i]! *= residual) / EXAMPLES
  })
  return { gradients, mean, lossTimesHessian: 2 * loss * hessian, weighted, squareOfMean: squareOf(mean) }
}

function squareOf(v: Float64Array): number {
  let sum = 0
  for (let i = 0; i < v.length; i++) sum += v[i]! * v[i]!
  return sum
}

function trained(from: Weights, inputs: Float64Array, labels: Float64Array): Weights {
  const w = from.slice()
  for (let t = 0; t < STEPS; t++) lossesAt(w, inputs, labels).mean.forEach((g, i) => { w[i]! -= RATE * g })
  return w
}

/** S |g - grad L|^2 for the mean g over a batch of S examples. */
function noiseOfBatch({ gradients, mean }: ReturnType<typeof lossesAt>, random: Random): number {
  const batch = Array.from({ length: BATCH }, () => gradients[Math.floor(random.uniform() * EXAMPLES)]!)
  let square = 0
  for (let i = 0; i < mean.length; i++) {
    let sum = -BATCH * mean[i]!
    for (const gradient of batch) sum += gradient[i]!
    square += sum * sum
  }
  return square / BATCH
}

export default defineTheorem({
  id: 'ziyin2022/noise-of-a-network',
  title: 'Minibatch noise of a small network',
  source: ziyin2022.at('Theorem 5 and Corollary 2, for a network'),
  says: 'After training with noisy labels the noise of a network is twice the loss times the Hessian in trace; '
    + 'on the way there it is not.',

  symbols: {
    sigma: between(0.6, 1.2, 'standard deviation of the label noise'),
    T: measured.scalar('trace of the noise, times the batch size, after training'),
    F: measured.scalar('twice the loss times the trace of the Hessian, after training'),
    T0: measured.scalar('trace of the noise, times the batch size, at the start'),
    F0: measured.scalar('twice the loss times the trace of the Hessian, at the start'),
    G0: measured.scalar('square of the gradient of the loss at the start'),
    E0: measured.scalar(
      'mean square of residual times gradient of the network, less that of the gradient, at the start',
    ),
  },
  process: algorithm({
    state: { noise: scalar, product: scalar, noise0: scalar, product0: scalar, square0: scalar, exact0: scalar },
    parameters: { sigma: scalar },
    data: ({ sigma }, random) => {
      const [teacher, student, inputs] =
        [normals(4 * UNITS, random), normals(4 * UNITS, random), normals(2 * EXAMPLES, random)]
      const unused = new Float64Array(4 * UNITS)
      const labels = Float64Array.from({ length: EXAMPLES }, (_, n) =>
        derivatives(teacher, inputs[2 * n]!, inputs[2 * n + 1]!, unused).value + sigma * random.normal())
      return {
        start: lossesAt(student, inputs, labels), end: lossesAt(trained(student, inputs, labels), inputs, labels),
      }
    },
    step: (state, _, random, { start, end }) => {
      state.noise = noiseOfBatch(end, random)
      state.noise0 = noiseOfBatch(start, random)
      state.product = end.lossTimesHessian
      state.product0 = start.lossTimesHessian
      state.square0 = start.squareOfMean
      state.exact0 = start.weighted - start.squareOfMean
    },
    burnIn: () => 1,
  }),
  measure: {
    T: 'E(noise)', F: 'E(product)', T0: 'E(noise0)', F0: 'E(product0)', G0: 'E(square0)', E0: 'E(exact0)',
  },

  claims: {
    afterTraining: 'T == F',
    everywhere: {
      says: 'what holds at any weights of any model',
      then: 'T0 == E0',
    },
    asPrinted: {
      says: 'Theorem 5, at the start',
      then: 'T0 == F0 - G0',
      expected: 'refuted',
      corrected: 'everywhere',
    },
    asInRegression: {
      says: 'nor is the identity of Gaussian regression that of a network',
      then: 'T0 == F0 + G0',
      expected: 'refuted',
      corrected: 'everywhere',
    },
  },

  evidence: {
    afterTraining: [simulated({ dimension: 1, precision: 0.3 })],
    everywhere: [simulated({ dimension: 1, precision: 0.05 })],
    asPrinted: [simulated({ dimension: 1 })],
    asInRegression: [simulated({ dimension: 1 })],
  },
})
