/** A screen, or whatever stands in its place: text goes in, and it says what it can show. */
import type { WriteStream } from 'node:tty'

export interface Output {
  write(text: string): void
  /** may lines be redrawn? */
  readonly live: boolean
  readonly colour: boolean
  /** characters per line; Infinity where lines are not cut */
  readonly columns: number
}

/** A process stream as an output; colours obey NO_COLOR and FORCE_COLOR (no-color.org). */
export function outputOf(stream: WriteStream | NodeJS.WriteStream, env: NodeJS.ProcessEnv = process.env): Output {
  const live = stream.isTTY === true && env.TERM !== 'dumb' && !env.CI
  return {
    write: (text) => void stream.write(text),
    live,
    colour: env.NO_COLOR ? false : stream.isTTY === true || Boolean(env.FORCE_COLOR),
    columns: live ? stream.columns ?? 80 : Infinity,
  }
}

/** An output that keeps what is written, for tests and for text inside other formats. */
export function writtenText(options: Partial<Output> = {}): Output & { text(): string } {
  const parts: string[] = []
  return {
    live: false, colour: false, columns: Infinity, ...options,
    write: (text) => void parts.push(text),
    text: () => parts.join(''),
  }
}
