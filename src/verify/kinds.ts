/** Where each kind of evidence lives; a new kind is one file and one line here. */
import { loadParser } from '../symbolic/parse.js'
import type { Support } from '../theorem/support.js'
import type { Kind } from './kind.js'

const table: {
  readonly [K in Support['kind']]: () => Promise<{ readonly kind: Kind<Extract<Support, { kind: K }>> }>
} = {
  moments: () => import('./kinds/moments.js'),
  follows: () => import('./kinds/follows.js'),
  limit: () => import('./kinds/limit.js'),
  agrees: () => import('./kinds/agrees.js'),
  simulated: () => import('./kinds/simulated.js'),
  threshold: () => import('./kinds/threshold.js'),
  law: () => import('./kinds/law.js'),
  pointwise: () => import('./kinds/pointwise.js'),
  identity: () => import('./kinds/identity.js'),
}

export const kindNames = Object.keys(table) as readonly Support['kind'][]

/** The method behind a support. */
export async function kindOf(support: Support): Promise<Kind> {
  return (await table[support.kind]()).kind as Kind
}

/** Loads what deciding draws needs ahead of its first use. */
export const loadSimulated = (): Promise<unknown> => Promise.all([loadParser(), table.simulated()])

/** Loads the parser and every kind ahead of their first use. */
export const loadKinds = (): Promise<unknown> =>
  Promise.all([loadParser(), ...Object.values(table).map((load) => load())])
