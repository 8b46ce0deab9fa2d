/** The error of a computation in floating point: the thing, the value, the way out; `code` is for scripts. */
export class NumericalError extends Error {
  constructor(readonly code: string, message: string) {
    super(message)
    this.name = 'NumericalError'
  }
}
