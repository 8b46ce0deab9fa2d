/**
 * The layers of the ziggurat for the normal law (Marsaglia & Tsang, J. Stat. Software 5(8), 2000): with f = exp(-x^2/2)
 * and 1024 strips of equal area V = r f(r) + int_r^inf f, widths satisfy
 *
 *     x[1024] = V / f(r),   x[1023] = r,   f(x[i]) = f(x[i+1]) + V / x[i+1],   x[0] = 0.
 *
 * Built with our own exp and log, so every host holds the same tables.
 */
import { exp, log } from './elementary.js'

export const layers = 1024
/** Solves f(x[1]) + V / x[1] = 1, found by bisection; the tests check that the tower closes. */
export const tailStart = 4.0388498461095045
export const stripArea = 0.0012263246463530873

/** Pairs (x[i] / x[i+1], x[i+1]): accept u x[i+1] at once where u is below the first. */
export const strips = new Float64Array(2 * layers)
/** f(x[i]) for i = 0 .. 1024. */
export const heights = new Float64Array(layers + 1)

const density = (x: number): number => exp(-0.5 * x * x)

const widths = new Float64Array(layers + 1)
widths[layers] = stripArea / density(tailStart)
widths[layers - 1] = tailStart
for (let i = layers - 2; i > 0; i--) {
  const right = widths[i + 1]!
  widths[i] = Math.sqrt(-2 * log(stripArea / right + density(right)))
}
for (let i = 0; i <= layers; i++) heights[i] = density(widths[i]!)
for (let i = 0; i < layers; i++) {
  strips[2 * i] = widths[i]! / widths[i + 1]!
  strips[2 * i + 1] = widths[i + 1]!
}
