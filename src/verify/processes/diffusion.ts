/** An Ito equation: all is asked of its generator. */
import { expandDiffusion } from '../../process/ito/diffusion-moments.js'
import { certifyDiffusion } from '../../process/stability/certify-diffusion.js'
import { diffusionOf } from '../process-of.js'
import { diffusionMisprints } from '../process-misprints.js'
import { inEulerSteps } from '../sampled-process.js'
import { textAverages } from '../text-averages.js'
import type { ProcessKind } from './process-kind.js'

export const diffusionKind: ProcessKind = {
  hasMoments: true,
  hasSteps: false,
  readers: new Set(['moments', 'law', 'threshold', 'identity', 'agrees']),
  stationary: (compiled, options) => expandDiffusion(diffusionOf(compiled, 'moments()'), options),
  stability: (base, degree) => certifyDiffusion(base.stationary(), degree),
  isHeavyTailed: () => false,
  sampled: inEulerSteps,
  averages: textAverages,
  misprints: (compiled) => diffusionMisprints(diffusionOf(compiled, 'an attack'), compiled),
}
