/** The map of the house: which room may open a door into which, and where packages may come in. */
import { isRelative, packageOf, type SourceFile, targetOf } from './tree.js'

export const rooms: Readonly<Record<string, readonly string[]>> = {
  symbolic: [],
  numeric: [],
  statistics: ['numeric'],
  process: ['symbolic', 'numeric'],
  simulation: ['process', 'symbolic', 'numeric'],
  theorem: ['symbolic', 'process'],
  verify: ['theorem', 'symbolic', 'numeric', 'process', 'simulation', 'statistics'],
  suite: ['verify', 'theorem', 'simulation', 'statistics'],
  report: ['suite', 'verify', 'theorem', 'symbolic'],
  cli: ['report', 'suite', 'verify', 'theorem', 'statistics', 'simulation', 'process', 'numeric', 'symbolic'],
}

/** package -> beginnings of the paths that may import it; all others are refused */
export const doors: Readonly<Record<string, readonly string[]>> = {
  mathjs: ['symbolic/'],
  nerdamer: ['symbolic/cas.ts'],
  'ml-matrix': ['numeric/matrix.ts'],
  'fast-check': ['theorem/', 'verify/'],
  commander: ['cli/'],
  bullmq: ['suite/queue/'],
  ioredis: ['suite/queue/'],
  '@observablehq/plot': ['report/book/plots/'],
  linkedom: ['report/book/plots/draw.ts'],
  temml: ['report/book/math.ts'],
  '@hpcc-js/wasm-graphviz': ['report/book/graph/draw.ts'],
  // quoted by the scaffold
  assay: ['cli/new-theorem.ts'],
  vitest: ['vitest.ts'],
  node: ['simulation/pool', 'suite/', 'report/', 'cli/'],
}

const roomOf = (path: string): string => path.split('/')[0] ?? ''

/** Imports from a room that is not below. The two doors, index.ts and vitest.ts, are above all rooms. */
export const trespasses = (files: readonly SourceFile[]): string[] => files.flatMap((file) => file.imports
  .filter(isRelative).map((one) => targetOf(file, one))
  .filter((target) => file.path.includes('/') && roomOf(target) !== roomOf(file.path))
  .filter((target) => !rooms[roomOf(file.path)]?.includes(roomOf(target)))
  .map((target) => `${file.path} may not import ${target}`))

/** Packages imported where they may not be. */
export const strangers = (files: readonly SourceFile[]): string[] => files.flatMap((file) => file.imports
  .filter((one) => !isRelative(one)).map(packageOf)
  .filter((name) => !doors[name.startsWith('node:') ? 'node' : name]?.some((door) => file.path.startsWith(door)))
  .map((name) => `${file.path} may not import ${name}`))

/** Theorems know the package and one another, nothing else. */
export const worldlyTheorems = (theorems: readonly SourceFile[]): string[] => theorems.flatMap((file) => file.imports
  .filter((one) => (isRelative(one) ? targetOf(file, one).startsWith('..') : one.specifier !== 'assay'))
  .map(({ specifier }) => `theorems/${file.path} may not import ${specifier}`))

/** The packages that are loaded at once when a file is: imports of types and dynamic ones wait. */
export function loadedBy(entry: string, files: readonly SourceFile[], seen = new Set<string>()): Set<string> {
  const file = files.find(({ path }) => path === entry)
  const packages = new Set<string>()
  if (!file || seen.has(entry)) return packages
  seen.add(entry)
  for (const one of file.imports.filter(({ lazy }) => !lazy)) {
    const below = isRelative(one) ? loadedBy(targetOf(file, one), files, seen) : [packageOf(one)]
    for (const name of below) packages.add(name)
  }
  return packages
}
