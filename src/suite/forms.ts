/** Forms that values from elsewhere must have before they are believed, put together from smaller ones. */
export type Form = (x: unknown) => boolean

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isText: Form = (x) => typeof x === 'string'
export const isCount: Form = (x) => Number.isInteger(x) && (x as number) >= 0

export const oneOf = (...values: readonly unknown[]): Form => (x) => values.includes(x)
export const orNull = (form: Form): Form => (x) => x === null || form(x)
export const optional = (form: Form): Form => (x) => x === undefined || form(x)
export const listOf = (form: Form): Form => (x) => Array.isArray(x) && x.every(form)
export const mapOf = (form: Form): Form => (x) => isObject(x) && Object.values(x).every(form)
export const having = (fields: Readonly<Record<string, Form>>): Form => (x) =>
  isObject(x) && Object.entries(fields).every(([name, form]) => form(x[name]))
