/** The part of a JSON schema that a test needs: required and optional fields, lists, and texts of a pattern. */
export type Form = 'string' | 'positive' | RegExp | readonly [Form] | {
  readonly required: Readonly<Record<string, Form>>
  readonly optional?: Readonly<Record<string, Form>>
}

/** Paths of what does not have the form; fields that are not named are offences too. */
export function offences(value: unknown, form: Form, path = ''): string[] {
  if (form === 'string') return typeof value === 'string' ? [] : [path]
  if (form === 'positive') return Number.isInteger(value) && (value as number) > 0 ? [] : [path]
  if (form instanceof RegExp) return typeof value === 'string' && form.test(value) ? [] : [path]
  if (isList(form)) return Array.isArray(value)
    ? value.flatMap((one, i) => offences(one, form[0], below(path, i))) : [path]
  if (typeof value !== 'object' || value === null) return [path]
  const { required, optional = {} } = form
  const fields = value as Record<string, unknown>
  return [
    ...Object.entries(required).flatMap(([name, part]) => offences(fields[name], part, below(path, name))),
    ...Object.keys(fields).filter((name) => !(name in required)).flatMap((name) =>
      (optional[name] ? offences(fields[name], optional[name], below(path, name)) : [below(path, name)])),
  ]
}

const isList = (form: Form): form is readonly [Form] => Array.isArray(form)
const below = (path: string, name: string | number): string => (path ? `${path}.${name}` : String(name))
