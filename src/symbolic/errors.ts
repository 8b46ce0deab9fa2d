/** The error of a bad statement or bad input: lower case, the thing, the value, the way out; `code` is for scripts. */
export class StatementError extends Error {
  constructor(readonly code: string, message: string) {
    super(message)
    this.name = 'StatementError'
  }
}

/** Refuses a statement; never returns. */
export function refuse(code: string, message: string): never {
  throw new StatementError(code, message)
}
