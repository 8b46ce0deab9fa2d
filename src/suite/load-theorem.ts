/** From a file to a stated theorem: imports the module and refuses one that is no theorem of that name. */
import { pathToFileURL } from 'node:url'
import type { Theorem } from '../theorem/define.js'
import type { StatementFault } from '../verify/evidence.js'
import { faultFrom, faultOf } from './faults.js'
import type { Task } from './messages.js'

export type Loaded = { readonly theorem: Theorem } | { readonly fault: StatementFault }

/** Imports one module; whatever it throws is its own fault. */
export async function loadTheorem({ file, path, id }: Pick<Task, 'file' | 'path' | 'id'>): Promise<Loaded> {
  try {
    const module = await import(/* @vite-ignore */ pathToFileURL(path).href) as { default?: unknown }
    const fault = stateFault(module, file, id)
    return fault ? { fault } : { theorem: module.default as Theorem }
  } catch (error) {
    return { fault: faultFrom(file, error, 'IMPORT_FAILED') }
  }
}

/** Why a module's default export is no theorem called `id`; null where it is one. */
export function stateFault(module: { default?: unknown }, file: string, id: string): StatementFault | null {
  const stated = module.default
  if (stated === undefined) {
    return faultOf(file, 'NO_DEFAULT_EXPORT', 'no default export; write "export default defineTheorem({ ... })", '
      + 'or start the file name with "_" if it is no theorem')
  }
  if (!isTheorem(stated)) {
    return faultOf(file, 'NOT_A_THEOREM', 'the default export is no theorem; wrap it in defineTheorem')
  }
  if (stated.id !== id) {
    return faultOf(file, 'ID_DIFFERS', `id "${stated.id}" differs from the path of the file; write id: '${id}'`)
  }
  return Object.keys(stated.claims).length ? null : faultOf(file, 'NO_CLAIMS', 'no claim; a theorem claims something')
}

function isTheorem(value: unknown): value is Theorem {
  if (!isRecord(value)) return false
  const { id, title, source, claims, evidence } = value
  if (!isRecord(source) || !isRecord(claims) || !isRecord(evidence)) return false
  return [id, title, source.key, source.at, source.url].every((text) => typeof text === 'string')
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
