/** How each function of the grammar is typeset; a definition with parameters is its name before parentheses. */
import { operandsOf, type Expression } from './expression.js'
import { baseText, latex, parenthesised, piece, type Piece, type TexNames } from './latex.js'
import { latexName } from './latex-name.js'

type Setter = (operands: readonly Expression[], names: TexNames) => Piece

const round = (head: string): Setter => (operands, names) =>
  [`${head}\\left(${operands.map((e) => latex(e, names)).join(', ')}\\right)`, 'atom']
const square = (head: string): Setter => (operands, names) =>
  [`${head}\\left[${operands.map((e) => latex(e, names)).join(', ')}\\right]`, 'atom']
const between = (left: string, right: string): Setter => ([e], names) =>
  [`\\left${left} ${latex(e!, names)} \\right${right}`, 'atom']
const superscript = (text: string): Setter => ([e], names) => [`${baseText(e!, names)}^{${text}}`, 'power']

const setters: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['inv', superscript('-1')], ['transpose', superscript('\\top')],
  ['Tr', square('\\operatorname{Tr}')], ['E', square('\\mathbb{E}')], ['Cov', square('\\operatorname{Cov}')],
  ['Law', square('\\operatorname{Law}')], ['det', round('\\det')], ['diag', round('\\operatorname{diag}')],
  ['log', round('\\ln')], ['erf', round('\\operatorname{erf}')], ['gamma', round('\\Gamma')], ['tanh', round('\\tanh')],
  ['normal', round('\\mathcal{N}')], ['norm', between('\\lVert', '\\rVert')], ['abs', between('\\lvert', '\\rvert')],
  ['mean', between('\\langle', '\\rangle')], ['sqrt', ([e], names) => [`\\sqrt{${latex(e!, names)}}`, 'atom']],
  ['exp', exponential], ['prev', previous], ['entry', entry], ['diff', differential], ['sum', sumSign],
  ['integral', integralSign], ['root', rootOf], ['given', given], ['passage', passage], ['exit', exit],
  ['generator', ([f], names) => [`\\mathcal{L} ${followed(f!, names)}`, 'sign']], ['current', square('J')],
])

/** The text of a call with what it binds like. */
export function callText(name: string, operands: readonly Expression[], names: TexNames): Piece {
  return (setters.get(name) ?? round(latexName(name, names)))(operands, names)
}

const hasFraction = (e: Expression): boolean =>
  (e.kind === 'operator' && e.operator === '/') || operandsOf(e).some(hasFraction)

function exponential([e]: readonly Expression[], names: TexNames): Piece {
  return hasFraction(e!) ? [`\\exp${parenthesised(latex(e!, names))}`, 'atom'] : [`e^{${latex(e!, names)}}`, 'power']
}

function previous([e, steps]: readonly Expression[], names: TexNames): Piece {
  const text = latex(e!, names)
  const back = steps ? latex(steps, names) : '1'
  return e!.kind === 'symbol' && !/[_^]/.test(text)
    ? [`${text}_{t-${back}}`, 'atom'] : round('\\operatorname{prev}')([e!], names)
}

function entry([e, ...at]: readonly Expression[], names: TexNames): Piece {
  const text = latex(e!, names)
  const base = e!.kind === 'symbol' && !/[_^]/.test(text) ? text : `\\left[${text}\\right]`
  return [`${base}_{${at.map((k) => latex(k, names)).join('')}}`, 'atom']
}

function differential([f, x, n]: readonly Expression[], names: TexNames): Piece {
  const order = n ? `^{${latex(n, names)}}` : ''
  const below = `\\mathrm{d} ${latex(x!, names)}${order}`
  if (f!.kind === 'symbol') return [`\\frac{\\mathrm{d}${order} ${latex(f!, names)}}{${below}}`, 'product']
  return [`\\frac{\\mathrm{d}${order}}{${below}} ${followed(f!, names)}`, 'sign']
}

function sumSign([k, from, to, f]: readonly Expression[], names: TexNames): Piece {
  const [index, a, b] = [k!, from!, to!].map((e) => latex(e, names))
  return [`\\sum_{${index}=${a}}^{${b}} ${followed(f!, names)}`, 'sign']
}

/** What a sign takes in: anything but a sum of its own. */
function followed(f: Expression, names: TexNames): string {
  const [text, strength] = piece(f, names)
  return strength === 'sum' || text.startsWith('-') ? parenthesised(text) : text
}

function integralSign([x, from, to, f]: readonly Expression[], names: TexNames): Piece {
  const [a, b] = [from!, to!].map((e) => latex(e, names))
  return [`\\int_{${a}}^{${b}} ${followed(f!, names)} \\,\\mathrm{d} ${latex(x!, names)}`, 'sign']
}

function rootOf([x, from, to, f]: readonly Expression[], names: TexNames): Piece {
  const [variable, a, b] = [x!, from!, to!].map((e) => latex(e, names))
  return [`\\operatorname{root}_{${variable} \\in \\left[${a}, ${b}\\right]}\\left(${latex(f!, names)}\\right)`, 'atom']
}

function given([e, ...conditions]: readonly Expression[], names: TexNames): Piece {
  return [`${latex(e!, names)} \\mid ${conditions.map((c) => latex(c, names)).join(', ')}`, 'sum']
}

function passage([x, from, to]: readonly Expression[], names: TexNames): Piece {
  const [state, a, b] = [x!, from!, to!].map((e) => latex(e, names))
  return [`\\mathbb{E}_{${a}}\\left[\\inf \\{t : ${state}_t = ${b}\\}\\right]`, 'atom']
}

function exit([x, from, below, above]: readonly Expression[], names: TexNames): Piece {
  const [state, start, a, b] = [x!, from!, below!, above!].map((e) => latex(e, names))
  return [`\\mathbb{E}_{${start}}\\left[\\inf \\{t : ${state}_t \\notin \\left(${a}, ${b}\\right)\\}\\right]`, 'atom']
}
