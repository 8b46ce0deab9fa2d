/** What cannot be started is refused before anything runs: lower case, the thing, the value, the way out. */

/** Throws an Error named UsageError with a code; the command line prints its message and exits with 2. */
export function refuse(code: string, message: string): never {
  throw Object.assign(new Error(message), { name: 'UsageError', code })
}

/** Was this thrown by `refuse`? */
export const isRefusal = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && error.name === 'UsageError'
