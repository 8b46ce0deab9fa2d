/**
 * The tail of one weight under SGD with single examples, theta = 6 / 5, as the algorithm itself shows it: where
 * P(|w| > z) falls like z^-beta, the logarithm of what exceeds a high level z has the mean 1 / beta (Hill 1975),
 *
 *     beta E [ log(|w| / z) ; |w| > z ] = P(|w| > z),
 *
 * and these averages have light tails whatever beta is. Kesten's equation E |1 - theta x^2|^beta = 1 gives 0.7853 and
 * the published formula 2 / 3.
 */
import { algorithm, defineTheorem, measured, scalar, simulated } from 'assay'
import { ziyin2022 } from '../sources.js'

const THETA = 6 / 5
const KESTEN = 0.785320201412213
const PUBLISHED = 2 / THETA - 1
const LEVEL = 20

export default defineTheorem({
  id: 'ziyin2022/tail-in-simulation',
  title: 'Tail of the weight as simulated',
  source: ziyin2022.at('Section 5.3, Figure 2'),
  says: 'The algorithm has the tail of Kesten and not the published one.',

  symbols: {
    N: measured.scalar('probability to exceed the level'),
    K: measured.scalar('index of Kesten times the mean excess, where the level is exceeded'),
    P: measured.scalar('published index times the same'),
  },
  process: algorithm({
    state: { w: scalar, exceeds: scalar, kesten: scalar, published: scalar },
    step: (state, _, random) => {
      const x = random.normal()
      state.w -= THETA * x * (x * state.w - random.normal())
      const excess = Math.log(Math.abs(state.w) / LEVEL)
      state.exceeds = excess > 0 ? 1 : 0
      state.kesten = excess > 0 ? KESTEN * excess : 0
      state.published = excess > 0 ? PUBLISHED * excess : 0
    },
  }),
  measure: { N: 'E(exceeds)', K: 'E(kesten)', P: 'E(published)' },

  claims: {
    kesten: 'K == N',
    published: {
      says: 'the published index',
      then: 'P == N',
      expected: 'refuted',
      corrected: 'kesten',
    },
  },

  evidence: {
    kesten: [simulated({ dimension: 1, precision: 0.12 })],
    published: [simulated({ dimension: 1, precision: 0.12 })],
  },
})
