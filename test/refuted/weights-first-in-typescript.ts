/** Code that moves the weight before the momentum is renewed, under the claim about the momentum renewed first. */
import { algorithm, scalar } from '../../src/index.js'
import { plant } from './planted.js'
import { momentumInTypeScript } from './twins.js'

const process = algorithm({
  state: { m: scalar, x: scalar },
  parameters: { lambda: scalar, mu: scalar, k: scalar, c: scalar },
  step(state, { lambda, mu, k, c }, random) {
    state.x -= lambda * state.m
    state.m = mu * state.m + k * state.x + Math.sqrt(c) * random.normal()
  },
  burnIn: () => 16,
})

export default plant(momentumInTypeScript, 'cross', { process })
