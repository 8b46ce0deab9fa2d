/**
 * The SDE with loss-proportional noise on any landscape u, d theta = -u' dt + sqrt(2 T u) dW, runs on a clock of rate
 * u: in its own time it is diffusion with constant noise on the landscape log u. What does not ask for the time, such
 * as the side of exit, is the same for both, with the scale density u^(1/T); the time spent at a place is not: it
 * differs by the factor 1 / u.
 */
import { anyFunction, between, defineTheorem, diffusion, identity, scalar } from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/clock-of-the-loss',
  title: 'Random time change of the SDE with loss-proportional noise',
  source: mori2022.at('Eq. (9)'),
  says: 'Noise proportional to the loss is constant noise on the logarithm of the loss, seen by another clock.',

  symbols: {
    T: between(0.2, 2, 'temperature: learning rate times curvature over batch size'),
    u: anyFunction('loss'),
    f: anyFunction('test function'),
  },
  process: diffusion({
    state: { theta: scalar }, drift: '-diff(u(theta), theta)', diffusion: 'sqrt(2 * T * u(theta))',
  }),

  claims: {
    timeChange: {
      says: 'the generators differ by the rate of the clock, for any loss',
      then: 'generator(f(theta)) '
        + '== u(theta) * (T * diff(f(theta), theta, 2) - diff(log(u(theta)), theta) * diff(f(theta), theta))',
    },
    exitSide: {
      says: 'a function with the slope u^(1/T) is harmonic for the SDE: '
        + 'its values say at which end it leaves an interval',
      then: 'T * u(theta) * diff(u(theta)^(1 / T), theta) - diff(u(theta), theta) * u(theta)^(1 / T) == 0',
    },
    exitSideByTheOtherClock: {
      says: 'and harmonic for constant noise on log u',
      then: 'T * diff(u(theta)^(1 / T), theta) - diff(log(u(theta)), theta) * u(theta)^(1 / T) == 0',
    },
    stationaryLaw: {
      says: 'the time spent at a place, by the clock of the SDE',
      then: 'current(u(theta)^(-1 / T) / u(theta)) == 0',
    },
    equalOccupation: {
      says: 'the same time spent at every place by both clocks',
      then: 'current(u(theta)^(-1 / T)) == 0',
      expected: 'refuted',
      corrected: 'stationaryLaw',
    },
  },

  evidence: {
    timeChange: [identity()],
    exitSide: [identity()],
    exitSideByTheOtherClock: [identity()],
    stationaryLaw: [identity()],
    equalOccupation: [identity()],
  },
})
