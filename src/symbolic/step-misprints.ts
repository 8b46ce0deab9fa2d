/**
 * Plausible wrong versions of an algorithm's text: a sign, factor or symbol of one line, two lines in the wrong
 * order, the old value of a variable where the new one belongs. Each stands for a bug in someone's optimiser.
 */
import { namesIn, operandsOf, sameTree, symbol, withOperands, type Expression } from './expression.js'
import { misprintsOf, type Misprint, type Vocabulary } from './misprints.js'
import { parseStep } from './parse.js'
import { print } from './print.js'

type Lines = readonly string[]
interface Step {
  readonly name: string
  readonly value: Expression
}

/** What a line may be mistaken for does not include twice or half of all of it: that is a change of units. */
const isUnits = (description: string): boolean => /^factor (2|1\/2)/.test(description)

/** The misprints of lines "name = formula", in a fixed order. @throws StatementError for ill-formed lines */
export function misprintsOfSteps(lines: Lines, vocabulary: Vocabulary): Misprint<Lines>[] {
  const steps = lines.map(parseStep)
  const seen = new Set([lines.join('\n'), textOf(steps).join('\n')])
  return [...inOneLine(steps, vocabulary), ...inOrder(steps), ...stale(steps)].filter(({ formula }) => {
    const text = formula.join('\n')
    return !seen.has(text) && seen.add(text)
  })
}

const textOf = (steps: readonly Step[]): Lines => steps.map(({ name, value }) => `${name} = ${print(value)}`)

function inOneLine(steps: readonly Step[], vocabulary: Vocabulary): Misprint<Lines>[] {
  return steps.flatMap((step, i) => misprintsOf(step.value, vocabulary)
    .filter(({ description }) => !isUnits(description))
    .map(({ formula, description }) => ({
      formula: textOf(steps.with(i, { ...step, value: formula })),
      description: `line ${i + 1}: ${description}`,
    })))
}

function inOrder(steps: readonly Step[]): Misprint<Lines>[] {
  return steps.slice(1).map((later, i) => ({
    formula: textOf(steps.with(i, later).with(i + 1, steps[i]!)),
    description: `${later.name} before ${steps[i]!.name}`,
  }))
}

/** One use of a variable after its line takes the value from before it. */
function stale(steps: readonly Step[]): Misprint<Lines>[] {
  return steps.flatMap(({ name }, i) => steps.flatMap((step, j) => {
    if (j <= i || !namesIn(step.value).has(name)) return []
    const old = `old_${name}`
    return replacedOnce(step.value, symbol(name), symbol(old)).map((value) => ({
      formula: textOf([{ name: old, value: symbol(name) }, ...steps.with(j, { ...step, value })]),
      description: `line ${j + 1}: ${name} of the step before in "${print(value)}"`,
    }))
  }))
}

/** All ways to replace one occurrence of a part. */
function replacedOnce(e: Expression, part: Expression, by: Expression): Expression[] {
  if (sameTree(e, part)) return [by]
  return operandsOf(e).flatMap((operand, i) => replacedOnce(operand, part, by)
    .map((changed) => withOperands(e, operandsOf(e).map((other, j) => (j === i ? changed : other)))))
}
