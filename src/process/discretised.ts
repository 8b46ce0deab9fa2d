/**
 * An Ito equation as a recurrence in its own right, so that the discretised process can be simulated and has exact
 * moments too.
 * Euler and Maruyama: x <- x + a dt + b dW. Milstein (1975), one variable: + b b' (dW^2 - dt) / 2.
 */
import { refuse } from '../symbolic/errors.js'
import { gaussian } from './laws/gaussian.js'
import { recurrence, type Diffusion, type Recurrence } from './text.js'

/** The parameter that is the time step of a discretised process. */
export const timeStep = 'dt'
export type Scheme = 'euler' | 'milstein'

/** The recurrence of a scheme. Milstein's needs derivatives written out: give `inline` when it is read. */
export function discretised(process: Diffusion, scheme: Scheme = 'euler'): Recurrence {
  const names = Object.keys(process.state)
  const noisy = names.filter((name) => coefficientOf(process, name) !== '0')
  const wiener = (name: string) => process.state[name] === 'scalar'
    ? gaussian({ variance: timeStep })
    : gaussian({ covariance: `${timeStep} * I` })
  const increment = (name: string): string => {
    const b = coefficientOf(process, name)
    const drift = `${timeStep} * (${driftOf(process, name)})`
    if (b === '0') return `increment_${name} = ${drift}`
    const extra = scheme === 'milstein' ? correction(process, name, b) : ''
    return `increment_${name} = ${drift} + (${b}) * dW_${name}${extra}`
  }
  const steps = recurrence({
    state: process.state,
    noise: Object.fromEntries(noisy.map((name) => [`dW_${name}`, wiener(name)])),
    // all increments first: the lines of a recurrence are sequential
    step: [...names.map(increment), ...names.map((name) => `${name} = ${name} + increment_${name}`)],
  })
  return scheme === 'euler' ? Object.freeze({ ...steps, approximates: process }) : steps
}

function correction({ state }: Diffusion, name: string, b: string): string {
  if (Object.keys(state).length > 1 || state[name] !== 'scalar') {
    refuse('MILSTEIN', 'the Milstein scheme is for one variable of dimension one; use euler')
  }
  return ` + (${b}) * diff(${b}, ${name}) * (dW_${name}^2 - ${timeStep}) / 2`
}

/** The drift of a variable; 0 where the text has none. */
export const driftOf = ({ drift }: Diffusion, name: string): string =>
  (typeof drift === 'string' ? drift : drift[name] ?? '0')

/** The Ito coefficient of a variable; 0 where the text has none. */
export const coefficientOf = ({ diffusion }: Diffusion, name: string): string =>
  (typeof diffusion === 'string' ? diffusion : diffusion[name] ?? '0')
