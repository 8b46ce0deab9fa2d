/** Names of symbols in LaTeX: Greek letters, subscripts after "_" or from trailing digits: Sigma_ij, k1, T_eff. */
const greek: ReadonlySet<string> = new Set((
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega '
  + 'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell').split(' '))

const words: ReadonlyMap<string, string> = new Map([
  ['infinity', '\\infty'], ['star', '\\star'], ['eps', '\\varepsilon'],
])

/** The name as LaTeX, unless the table has its own text for it. */
export function latexName(name: string, names: ReadonlyMap<string, string>): string {
  const own = names.get(name)
  if (own !== undefined) return own
  const [head, ...rest] = name.split('_') as [string, ...string[]]
  const [, base, digits] = /^([A-Za-z]+?)(\d*)$/.exec(head) ?? [null, head, '']
  const subscripts = [digits!, ...rest].filter((part) => part !== '')
  return letter(base!) + (subscripts.length ? `_{${subscripts.map(subscript).join(',')}}` : '')
}

function letter(base: string): string {
  if (greek.has(base)) return `\\${base}`
  return words.get(base) ?? (base.length === 1 ? base : `\\mathrm{${base}}`)
}

const subscript = (part: string): string => (/^(\d+|[a-z]{1,2})$/.test(part) && !greek.has(part) ? part : letter(part))
