/**
 * SGD whose noise is proportional to the loss, d theta = -L'(theta) dt + sqrt(2 T L(theta)) dW, leaves a minimum with
 * the loss Ls over a barrier of the loss Ls + V at the rate kappa, a power of the ratio c of the two losses: the
 * barrier that counts is that of log L. Here L(x) = Ls + V (x^2 - 1)^2, whose curvatures are h = 8 V at the minima and
 * -hs = -4 V between.
 */
import {
  agrees, anyFunction, between, defineTheorem, diffusion, identity, measured, positive, scalar, simulated,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/escape-rate',
  title: 'Escape rate from a minimum in one dimension',
  source: mori2022.at('Eqs. (9), (11), (14) and (16)'),
  says: 'Noise proportional to the loss turns the exponential law of Arrhenius into a power of the ratio of losses.',

  symbols: {
    T: between(0.35, 0.65, 'temperature: learning rate times curvature over batch size'),
    Ls: between(0.5, 1, 'loss at the minima'),
    V: between(0.5, 1, 'height of the barrier above the minima'),
    f: anyFunction('test function'),
    s: positive('scale'),
    M: measured.scalar('mean first-passage time from the left minimum to the right one'),
    Mtop: measured.scalar('mean first-passage time from the left minimum to the top of the barrier'),
  },
  where: {
    'L(x)': 'Ls + V * (x^2 - 1)^2',
    h: '8 * V',
    hs: '4 * V',
    c: '(Ls + V) / Ls',
    'P(x)': 'L(x)^(-(1 + 1 / T))',
    kappa: 'sqrt(h * hs) / (2 * pi) * c^(-(1 / 2 + 1 / T))',
    C1: '-1 / 2 + 3 / 16 * (c + 1) / (c - 1)',
  },
  process: diffusion({
    state: { theta: scalar },
    drift: '-diff(L(theta), theta)',
    diffusion: 'sqrt(2 * T * L(theta))',
  }),
  measure: { M: 'passage(theta, -1, 1)', Mtop: 'passage(theta, -1, 0)' },

  claims: {
    timeChange: {
      says: 'in a clock that runs at the rate L the weight diffuses with constant noise on the landscape log L',
      then: `generator(f(theta))
        == L(theta) * (T * diff(f(theta), theta, 2) - diff(log(L(theta)), theta) * diff(f(theta), theta))`,
    },
    stationaryLaw: {
      says: 'the stationary density is a power of the loss: it carries no current',
      then: 'current(P(theta)) == 0',
    },
    meanPassage: {
      says: 'the mean first-passage time over the barrier, exactly, as a double integral of powers of the loss',
      then: 'M == (1 / T) * integral(y, -1, 1, L(y)^(1 / T) * integral(z, -infinity, y, L(z)^(-1 - 1 / T)))',
    },
    scaleCovariance: {
      says: 'a loss s times higher in a valley sqrt(s) times wider is left at the same rate',
      then: `integral(y, -1, 1, L(y)^(1 / T) * integral(z, -infinity, y, L(z)^(-1 - 1 / T)))
        == integral(y, -sqrt(s), sqrt(s), (s * L(y / sqrt(s)))^(1 / T)
          * integral(z, -infinity, y, (s * L(z / sqrt(s)))^(-1 - 1 / T)))`,
    },
    escapeRate: {
      says: 'at low temperature the rate is a power of the ratio of the losses at the barrier and at the minimum',
      limit: 'T -> 0',
      then: 'M * kappa == 1',
    },
    firstOrder: {
      says: 'how fast that limit is reached: the first correction in T, which changes its sign at c = 11 / 5',
      when: 'abs(C1) > 1 / 50',
      limit: 'T -> 0',
      then: '(M * kappa - 1) / T == C1',
    },
    halfWay: {
      says: 'from the top of the barrier either minimum is as likely, so the top is reached in half of the time',
      limit: 'T -> 0',
      then: '2 * Mtop == M',
    },
    linearBarrier: {
      says: 'the law of Arrhenius, with the noise frozen at its strength in the minimum',
      limit: 'T -> 0',
      then: 'M * sqrt(h * hs) / (2 * pi) * exp(-(c - 1) / T) == 1',
      expected: 'refuted',
      corrected: 'escapeRate',
    },
  },

  evidence: {
    timeChange: [identity()],
    stationaryLaw: [identity()],
    meanPassage: [agrees(), simulated()],
    scaleCovariance: [agrees()],
    escapeRate: [agrees()],
    firstOrder: [agrees()],
    halfWay: [agrees()],
    linearBarrier: [agrees()],
  },
})
