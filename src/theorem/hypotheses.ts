/**
 * Hypotheses that parameters must meet. Inequalities cut out a region and are evaluated in doubles; equalities have
 * measure zero and are met by construction: one that has no rule is refused, never hoped for.
 */
import { refuse } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'
import type { CompiledTheorem } from './compile.js'
import type { Condition } from './conditions.js'
import { restsOn } from './definitions.js'
import { familiesOf, type Families } from './families.js'
import { rules, type Draft } from './rules.js'

/** How the given symbols of a theorem can be made to meet its hypotheses. */
export interface Plan {
  readonly theorem: CompiledTheorem
  /** the given symbols that are drawn, in order of declaration */
  readonly drawn: readonly string[]
  /** symbols and plain definitions by what they commute with */
  readonly families: Families
  /** symbols that an equality sets to a formula, in an order in which they can be computed */
  readonly set: ReadonlyMap<string, Expression>
  /** representatives of the families that are diagonal */
  readonly diagonal: ReadonlySet<string>
  readonly inequalities: readonly Condition[]
}

/** @throws StatementError for an equality that no rule can meet */
export function planOf(theorem: CompiledTheorem, conditions: readonly Condition[]): Plan {
  const draft = draftOf(theorem)
  for (const condition of conditions) {
    if (condition.relation === '==' && !rules.some((rule) => rule(condition, draft))) undrawable(condition, draft)
  }
  return {
    theorem,
    drawn: draft.given.filter((name) => !draft.set.has(name)),
    families: draft.families,
    set: draft.set,
    diagonal: new Set([...draft.diagonal].map(draft.families.rootOf)),
    inequalities: conditions.filter(({ relation }) => relation !== '=='),
  }
}

function draftOf(theorem: CompiledTheorem): Draft {
  const given = [...theorem.symbols].filter(([, domain]) => domain.role === 'given').map(([name]) => name)
  const families = familiesOf(representatives(theorem, given))
  for (const name of given) {
    const other = theorem.symbols.get(name)!.commutesWith
    if (other) families.join(other, name)
  }
  return { theorem, given, families, set: new Map(), diagonal: new Set() }
}

/** Names by their fitness to represent a family: what the others can be polynomials of comes first. */
function representatives(theorem: CompiledTheorem, given: readonly string[]): readonly string[] {
  const rank = (name: string): number => {
    const { commutesWith, symmetric } = theorem.symbols.get(name)!
    return commutesWith ? 2 : symmetric ? 0 : 1
  }
  const plain = theorem.where.filter((d) => d.parameters.length === 0).map((d) => d.name)
  return [...plain, ...[...given].sort((a, b) => rank(a) - rank(b))]
}

function undrawable({ left, right }: Condition, { theorem, given }: Draft): never {
  const names = given.filter((name) => [left, right].some((side) => restsOn(side, theorem.where).has(name)))
  const [first, second] = names.filter((name) => theorem.symbols.get(name)!.shape === 'matrix')
  const advice = second ? `give ${second} the domain commutingWith('${first}')` : 'write it as symbol == formula'
  const equality = `${print(left)} == ${print(right)}`
  return refuse('UNDRAWABLE', `cannot draw ${names.join(', ') || 'anything'} with ${equality}; ${advice}`)
}
