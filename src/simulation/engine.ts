/** Which machine runs a program; the choice changes the time a simulation takes and not one bit of its result. */
import type { Program, Written } from '../process/program.js'
import { interpreter } from './interpreter.js'
import { javascriptKernel } from './javascript-kernel.js'
import { javascriptMachine } from './javascript-machine.js'
import type { Machine } from './machine.js'
import { hasVectors } from './wasm/instance.js'
import { vectorMachine } from './wasm/machine.js'
import { writtenMachine } from './written-machine.js'

export type Engine = 'interpreter' | 'javascript' | 'webassembly'

const isWritten = (program: Program): program is Program & { written: Written } => program.written !== undefined

const build: Readonly<Record<Engine, (program: Program, lanes: number) => Machine>> = {
  interpreter: (program, lanes) => javascriptMachine(program, lanes, interpreter),
  javascript: (program, lanes) => javascriptMachine(program, lanes, javascriptKernel),
  webassembly: vectorMachine,
}

/** What runs where nothing is asked for. */
export const fastest: Engine = hasVectors ? 'webassembly' : 'javascript'
const built = new WeakMap<Program, Partial<Record<Engine, Map<number, Machine>>>>()

/** The machine for a program, compiled once and used again; whoever takes it sets its parameters and seeds it. */
export function machineFor(program: Program, lanes: number, engine: Engine = fastest): Machine {
  const known = built.get(program)?.[engine]?.get(lanes)
  if (known !== undefined) return known
  const machine = isWritten(program) ? writtenMachine(program, lanes) : build[engine](program, lanes)
  const engines = built.get(program) ?? {}
  built.set(program, engines)
  const machines = engines[engine] ??= new Map<number, Machine>()
  machines.set(lanes, machine)
  return machine
}
