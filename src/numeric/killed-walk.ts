/**
 * How long a walk on a grid in continuous time lives: sum_j q_ij (u_i - u_j) + k_i u_i = 1, rates q to neighbours
 * and its killing rates k. States are eliminated without a subtraction (Grassmann, Taksar and Heyman 1985), so that
 * every mean has a small relative error however rarely the walk is killed, where Gauss's elimination fails.
 */
import { NumericalError } from './errors.js'

/** Rates of jumps, all >= 0, of a walk on columns of `height` states each, numbered column by column. */
export interface GridWalk {
  readonly height: number
  readonly up: Float64Array
  readonly down: Float64Array
  /** to the next column; from the last one the jump kills */
  readonly right: Float64Array
  readonly left: Float64Array
}

/** The mean life from every state. Throws `never-killed` where there is none. */
export function meanLives(walk: GridWalk): Float64Array {
  const { height } = walk
  const states = walk.right.length
  const rates = bandOf(walk)
  const span = 2 * height + 1
  const killed = walk.right.map((rate, i) => (i >= states - height ? rate : 0))
  const life = new Float64Array(states).fill(1)
  const total = new Float64Array(states)
  for (let k = 0; k < states; k++) {
    total[k] = eliminated(rates, killed, life, k, height)
    if (!(total[k]! > 0)) {
      throw new NumericalError('never-killed', `state ${k} is never left, or its rates are no numbers; kill it`)
    }
  }
  for (let k = states - 1; k >= 0; k--) {
    let sum = life[k]!
    for (let d = 1; d <= Math.min(height, states - 1 - k); d++) sum += rates[k * span + height + d]! * life[k + d]!
    life[k] = sum / total[k]!
  }
  return life
}

/** Takes state k out of the walk of those after it: who went there goes on as it does. Returns its rate of leaving. */
function eliminated(
  rates: Float64Array, killed: Float64Array, life: Float64Array, k: number, height: number,
): number {
  const span = 2 * height + 1
  const reach = Math.min(height, killed.length - 1 - k)
  const own = k * span + height
  let total = killed[k]!
  for (let d = 1; d <= reach; d++) total += rates[own + d]!
  for (let i = 1; i <= reach; i++) {
    const row = (k + i) * span + height - i
    const share = rates[row]! / total
    if (share === 0) continue
    // a way back to the state itself is no jump: column i of row k + i is never read
    for (let d = 1; d <= reach; d++) rates[row + d]! += share * rates[own + d]!
    killed[k + i]! += share * killed[k]!
    life[k + i]! += share * life[k]!
  }
  return total
}

/** Row i holds the rates to i - height, ..., i + height. */
function bandOf({ height, up, down, right, left }: GridWalk): Float64Array {
  const states = right.length
  const span = 2 * height + 1
  const rates = new Float64Array(states * span)
  for (let i = 0; i < states; i++) {
    const middle = i * span + height
    const row = i % height
    if (i >= height) rates[middle - height] = left[i]!
    if (i < states - height) rates[middle + height] = right[i]!
    // a grid of height 1 has no rows to go to
    if (row > 0) rates[middle - 1] = down[i]!
    if (row < height - 1) rates[middle + 1] = up[i]!
  }
  return rates
}
