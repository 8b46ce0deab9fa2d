/**
 * The first lines of a worker thread: theorem modules may be TypeScript, are always ES modules, and find
 * 'assay' as the very package that verifies them, wherever their folder is.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Sources run as they are (.ts) under tests and as compiled (.js) once built. */
const suffix = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/** The address of a module of this package, given as a path from src without its suffix. */
export const moduleUrl = (path: string): string => new URL(`../${path}${suffix}`, import.meta.url).href

/**
 * A data: URL that a Worker can run. What a compiled job needs is loaded before the loaders for theorem modules are
 * there, for each module that passes through them costs half a millisecond; what it asks for in `prepare` as well.
 */
export const bootstrap = (job: string): URL => new URL(dataUrl(`
  ${suffix === '.js' && job.startsWith('file:') && job.endsWith('.js')
    ? `await (await import(${JSON.stringify(job)})).prepare?.()` : ''}
  import { register } from 'node:module'
  import { register as typescript } from ${JSON.stringify(typescriptLoader())}
  register(${JSON.stringify(dataUrl(resolution()))})
  typescript({ tsconfig: false })
  await import(${JSON.stringify(moduleUrl('suite/worker'))})
`))

/** The address that a Worker runs for a module of this package that loads no theorems. */
export const plainBootstrap = (path: string): URL => new URL(suffix === '.js' ? moduleUrl(path) : dataUrl(`
  import { register } from ${JSON.stringify(typescriptLoader())}
  register({ tsconfig: false })
  await import(${JSON.stringify(moduleUrl(path))})
`))

// registered before the TypeScript loader, hence asked after it
const resolution = (): string => `
  export async function resolve(specifier, context, next) {
    if (specifier === 'assay') return { url: ${own()}, format: 'module', shortCircuit: true }
    const found = await next(specifier, context)
    const foreign = !found.url.startsWith('file:') || found.url.includes('/node_modules/')
    return foreign || !/\\.(ts|js)$/.test(found.url) ? found : { ...found, format: 'module' }
  }
`

const own = (): string => JSON.stringify(moduleUrl('index'))

const typescriptLoader = (): string =>
  pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/\.cjs$/, '.mjs')

const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`
