/** Reads the typesetter's LaTeX back as a mathematician does; anything a reader would stumble over is an error. */
import {
  add, call, divide, multiply, negate, number, power, subtract, symbol, transpose, type Expression,
} from '../../../src/symbolic/expression.js'

export function readLatex(text: string): Expression {
  const tokens = text.match(/\\left\(|\\right\)|\\frac|\\cdot|\\top|\\[A-Za-z]+|[A-Za-z]|\d+|[_^{}+-]/g) ?? []
  if (tokens.join('').length !== text.replace(/\s/g, '').length) throw new Error(`unread characters in ${text}`)
  let at = 0
  const take = (expected?: string): string => {
    const token = tokens[at++]
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(`${expected} expected in ${text}`)
    }
    return token
  }
  const group = (): Expression => {
    take('{')
    const inside = sum()
    take('}')
    return inside
  }
  function sum(): Expression {
    const isMinus = tokens[at] === '-' && take() === '-'
    let total = isMinus ? negate(product()) : product()
    while (tokens[at] === '+' || tokens[at] === '-') total = take() === '+'
      ? add(total, product()) : subtract(total, product())
    return total
  }
  function product(): Expression {
    let total = factor()
    for (;;) {
      const next = tokens[at]
      if (next === '\\cdot') take()
      else if (next === undefined || next === '+' || next === '-' || next === '}' || next === '\\right)') return total
      else if (/^\d/.test(next) ) throw new Error(`a digit follows a factor in ${text}`)
      total = multiply(total, factor())
    }
  }
  function factor(): Expression {
    const isFraction = tokens[at] === '\\frac'
    const base = atom()
    if (tokens[at] !== '^') return base
    if (isFraction) throw new Error(`a superscript on a fraction in ${text}`)
    take()
    const raised = superscript(base)
    if (tokens[at] === '^') throw new Error(`two superscripts in ${text}`)
    return raised
  }
  function superscript(base: Expression): Expression {
    if (tokens[at + 1] === '\\top') {
      at += 3
      return transpose(base)
    }
    const exponent = group()
    return exponent.kind === 'operator' && exponent.operator === 'negate' ? call('inv', base) : power(base, exponent)
  }
  function atom(): Expression {
    const token = take()
    if (token === '\\left(') {
      const inside = sum()
      take('\\right)')
      return inside
    }
    if (token === '\\frac') return divide(group(), group())
    if (/^\d/.test(token)) return number(BigInt(token))
    if (!/^\\?[A-Za-z]/.test(token) || token === '\\right)') throw new Error(`${token} starts no factor in ${text}`)
    const name = token.replace('\\', '')
    if (tokens[at] !== '_') return symbol(name)
    at += 2
    const index = take()
    take('}')
    return symbol(`${name}_${index}`)
  }
  const all = sum()
  if (at < tokens.length) throw new Error(`${tokens[at]} is left over in ${text}`)
  return all
}
