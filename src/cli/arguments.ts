/** The words of the command line as values; each refuses what it cannot read, with the way out. */
import { randomInt } from 'node:crypto'
import type { Shard } from '../suite/plan.js'
import { refuse } from '../suite/refusal.js'

const efforts: Readonly<Record<string, number>> = { quick: 0.1, standard: 1, deep: 10 }

/** quick | standard | deep | a positive number */
export function readEffort(text: string): number {
  const value = Object.hasOwn(efforts, text) ? efforts[text]! : number(text)
  return value > 0 && Number.isFinite(value) ? value
    : refuse('BAD_EFFORT', `--effort "${text}" is no effort; write quick, standard, deep or a positive number`)
}

/** 0 < precision < 1 */
export function readPrecision(text: string): number {
  const value = number(text)
  return value > 0 && value < 1 ? value
    : refuse('BAD_PRECISION', `--precision "${text}" is no relative precision; write 0 < delta < 1, such as 0.02`)
}

/** A whole number in decimal, or one drawn afresh for "random". */
export function readSeed(text: string): string {
  if (text === 'random') return String(randomInt(2 ** 48 - 1))
  return /^\d{1,30}$/.test(text) ? text.replace(/^0+(?=\d)/, '')
    : refuse('BAD_SEED', `--seed "${text}" is no seed; write a whole number or random`)
}

export function readThreads(text: string): number {
  const value = number(text)
  return Number.isInteger(value) && value >= 1 && value <= 1024 ? value
    : refuse('BAD_THREADS', `--threads "${text}" is no number of threads; write a whole number from 1 to 1024`)
}

/** "2/3": the second of three parts */
export function readShard(text: string): Shard {
  const [, index = NaN, count = NaN] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  return index >= 1 && index <= count ? { index, count }
    : refuse('BAD_SHARD', `--shard "${text}" is no shard; write i/n with 1 <= i <= n, such as 1/4`)
}

const number = (text: string): number => (text.trim() === '' ? NaN : Number(text))
