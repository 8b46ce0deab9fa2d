/** Formulas in which every definition is written out, those without parameters too: only symbols are left. */
import { substitute, type Expression } from '../symbolic/expression.js'
import { expand, type Definition } from './definitions.js'

/** @throws StatementError for a wrong number of operands */
export const spelledOut = (e: Expression, where: readonly Definition[]): Expression =>
  where.reduceRight((formula, { name, parameters, body }) => (
    parameters.length ? formula : substitute(formula, new Map([[name, expand(body, where)]]))), expand(e, where))
