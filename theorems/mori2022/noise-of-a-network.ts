/**
 * Minibatch noise of a network of four tanh units on two inputs: the decoupling S C = 2 L H by which the noise is
 * proportional to the loss, in trace, after training on noisy labels; and along the gradient at weights it has not been
 * trained to, where for any model with residuals r and a unit vector e
 *
 *     S Var(e . g) = mean r^2 (e . grad f)^2 - (e . grad L)^2,      sampling with replacement.
 *
 * Real minibatches: neither the SDE nor its steps. H is the whole Hessian, from differences of gradients.
 */
import { algorithm, between, defineTheorem, measured, scalar, simulated, type Random } from 'assay'
import { mori2022 } from '../sources.js'

const UNITS = 4
const EXAMPLES = 240
const STEPS = 300
const BATCH = 2
const RATE = 0.2
const SMALL = 1e-4

/** input weights, bias and output weight of each unit, one after the other */
type Weights = Float64Array
const normals = (count: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal())
const moved = (w: Weights, by: number, along: Float64Array): Weights => w.map((x, i) => x + by * along[i]!)
const unit = (v: Float64Array): Float64Array => v.map((x) => x / Math.sqrt(dot(v, v)))

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

interface Data {
  readonly inputs: Float64Array
  readonly labels: Float64Array
}

/** f(x), and its gradient into `out`. */
function valueAt(w: Weights, x: number, y: number, out: Float64Array): number {
  let value = 0
  for (let k = 0; k < w.length; k += 4) {
    const h = Math.tanh(w[k]! * x + w[k + 1]! * y + w[k + 2]!)
    const slope = (1 - h * h) * w[k + 3]!
    value += h * w[k + 3]!
    out[k] = slope * x
    out[k + 1] = slope * y
    out[k + 2] = slope
    out[k + 3] = h
  }
  return value
}

/** The gradients r grad f of all examples at some weights, their mean, and the loss. */
function lossesAt(w: Weights, { inputs, labels }: Data) {
  const mean = new Float64Array(w.length)
  let loss = 0
  const gradients = Array.from(labels, (label, n) => {
    const gradient = new Float64Array(w.length)
    const residual = valueAt(w, inputs[2 * n]!, inputs[2 * n + 1]!, gradient) - label
    loss += residual ** 2 / 2 / EXAMPLES
    for (let i = 0; i < w.length; i++) mean[i]! += (gradient[i]! *= residual) / EXAMPLES
    return gradient
  })
  return { gradients, mean, loss }
}

/** H e */
function hessianTimes(e: Float64Array, w: Weights, data: Data): Float64Array {
  const [up, down] = [SMALL, -SMALL].map((by) => lossesAt(moved(w, by, e), data).mean) as [Float64Array, Float64Array]
  return up.map((x, i) => (x - down[i]!) / (2 * SMALL))
}

const traceOfHessian = (w: Weights, data: Data): number => w.reduce((sum, _, i) =>
  sum + hessianTimes(Float64Array.from(w, (__, j) => (i === j ? 1 : 0)), w, data)[i]!, 0)

/** What is compared with the noise at some weights: the loss times the Hessian, in trace and along the gradient. */
function standing(w: Weights, data: Data) {
  const { gradients, mean, loss } = lossesAt(w, data)
  const e = unit(mean)
  const weighted = gradients.reduce((sum, gradient) => sum + dot(gradient, e) ** 2 / EXAMPLES, 0)
  return {
    gradients, mean, e,
    inTrace: loss * traceOfHessian(w, data),
    inDirection: loss * dot(e, hessianTimes(e, w, data)),
    weighted, squareOfMean: dot(mean, mean),
  }
}

function trained(from: Weights, data: Data): Weights {
  let w = from
  for (let t = 0; t < STEPS; t++) w = moved(w, -RATE, lossesAt(w, data).mean)
  return w
}

/** S |g - grad L|^2 for the mean g over a batch of S examples, and S (e . (g - grad L))^2. */
function noiseOfBatch({ gradients, mean, e }: ReturnType<typeof standing>, random: Random) {
  const batch = Array.from({ length: BATCH }, () => gradients[Math.floor(random.uniform() * EXAMPLES)]!)
  let [square, along] = [0, 0]
  for (let i = 0; i < mean.length; i++) {
    let sum = -BATCH * mean[i]!
    for (const gradient of batch) sum += gradient[i]!
    square += sum * sum
    along += sum * e[i]!
  }
  return { inTrace: square / BATCH, alongTheGradient: along ** 2 / BATCH }
}

export default defineTheorem({
  id: 'mori2022/noise-of-a-network',
  title: 'Decoupling of residuals and gradients in a small network',
  source: mori2022.at('Eqs. (6) to (12), for a network'),
  says: 'After training with noisy labels the noise of a network is proportional to its loss and to its Hessian; '
    + 'along the gradient at other weights it is not.',

  symbols: {
    sigma: between(0.6, 1.2, 'standard deviation of the label noise'),
    N: measured.scalar('trace of the noise, times the batch size, after training'),
    Q: measured.scalar('loss times the trace of the Hessian, after training'),
    N0: measured.scalar('variance of the noise along the gradient, times the batch size, before training'),
    Q0: measured.scalar('loss times the curvature along the gradient, before training'),
    W0: measured.scalar('mean square of residual times gradient of the network, along the gradient, before training'),
    G0: measured.scalar('square of the gradient of the loss before training'),
  },
  process: algorithm({
    state: {
      noise: scalar, product: scalar, along: scalar, alongProduct: scalar, weighted: scalar, square: scalar,
    },
    parameters: { sigma: scalar },
    data: ({ sigma }, random) => {
      const [teacher, student, inputs] =
        [normals(4 * UNITS, random), normals(4 * UNITS, random), normals(2 * EXAMPLES, random)]
      const unused = new Float64Array(4 * UNITS)
      const labels = Float64Array.from({ length: EXAMPLES }, (_, n) =>
        valueAt(teacher, inputs[2 * n]!, inputs[2 * n + 1]!, unused) + sigma * random.normal())
      const data = { inputs, labels }
      return { start: standing(student, data), end: standing(trained(student, data), data) }
    },
    step: (state, _, random, { start, end }) => {
      state.noise = noiseOfBatch(end, random).inTrace
      state.product = end.inTrace
      state.along = noiseOfBatch(start, random).alongTheGradient
      state.alongProduct = start.inDirection
      state.weighted = start.weighted
      state.square = start.squareOfMean
    },
    burnIn: () => 1,
  }),
  measure: {
    N: 'E(noise)', Q: 'E(product)', N0: 'E(along)', Q0: 'E(alongProduct)', W0: 'E(weighted)', G0: 'E(square)',
  },

  claims: {
    inTrace: {
      says: 'proportional to the loss and to the Hessian, in trace',
      then: 'N == 2 * Q',
    },
    alongTheGradient: {
      says: 'before training, as if residuals and gradients were unrelated there too',
      then: 'N0 == 2 * Q0',
      expected: 'refuted',
      corrected: 'exactly',
    },
    exactly: {
      says: 'what holds at any weights of any model',
      then: 'N0 == W0 - G0',
    },
  },

  evidence: {
    inTrace: [simulated({ dimension: 1, precision: 0.3 })],
    alongTheGradient: [simulated({ dimension: 1, precision: 0.1 })],
    exactly: [simulated({ dimension: 1, precision: 0.05 })],
  },
})
