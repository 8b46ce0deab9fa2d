/** One seed for every property test, so that a red run can be repeated; FC_SEED overrides it. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20260101) })
