/**
 * Names of symbols as a terminal shows them: Greek letters, and subscripts as far as Unicode has them: Σ, k₁, T_eff.
 */
const greek: Readonly<Record<string, string>> = {
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', eps: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', iota: 'ι',
  kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'φ', chi: 'χ',
  psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Upsilon: 'Υ',
  Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', pi: 'π', infinity: '∞', ell: 'ℓ', star: '⋆',
}
const lower = 'aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ'
const subscripts = new Map([...lower.matchAll(/(.)(.)/gu)].map(([, letter, below]) => [letter!, below!]))

/** "Sigma" -> "Σ", "k1" and "k_1" -> "k₁", "T_eff" -> "T_eff" */
export function unicodeName(name: string): string {
  const [head, ...rest] = name.split('_') as [string, ...string[]]
  const [, base, digits] = /^([A-Za-z]+?)(\d*)$/.exec(head) ?? [null, head, '']
  const below = rest.map((part) => subscript(part) ?? `_${letter(part)}`).join('')
  return letter(base!) + (digits ? subscript(digits)! : '') + below
}

const letter = (word: string): string => (Object.hasOwn(greek, word) ? greek[word]! : word)

function subscript(text: string): string | null {
  const parts = [...text].map((c) => (/\d/.test(c) ? String.fromCodePoint(0x2080 + Number(c)) : subscripts.get(c)))
  return text.length <= 2 && parts.every((c) => c !== undefined) ? parts.join('') : null
}

const raised: Readonly<Record<string, string>> = {
  0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '-': '⁻', n: 'ⁿ', T: 'ᵀ',
}

/** The text as a superscript; null where Unicode lacks a character of it. */
export const superscript = (text: string): string | null =>
  ([...text].every((c) => Object.hasOwn(raised, c)) ? [...text].map((c) => raised[c]).join('') : null)
