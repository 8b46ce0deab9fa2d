/** Hypotheses as text: relations joined by "and"; posdef(X) alone stands for posdef(X) > 0. */
import { number } from '../symbolic/expression.js'
import { fold, parseClaim, parseFormula, type Claim } from '../symbolic/parse.js'

export type Condition = Claim

/** The conditions of a hypothesis. @throws StatementError */
export const parseHypothesis = (text: string): readonly Condition[] =>
  fold(text).split(' and ').map((part) => /^posdef ?\([^<>=]*$/.test(part)
    ? { left: parseFormula(part), relation: '>', right: number(0) }
    : parseClaim(part))
