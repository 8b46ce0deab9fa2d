/** Formulas with every definition that has parameters, and every derivative, written out. */
import type { Expression } from '../symbolic/expression.js'
import { derivativesWritten } from '../symbolic/differentiate.js'
import { expand, type Definition } from '../theorem/definitions.js'

export const inlined = (where: readonly Definition[]) =>
  (e: Expression): Expression => derivativesWritten(expand(e, where))
