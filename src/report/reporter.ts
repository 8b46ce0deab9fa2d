/** Who may listen to a run: a reporter is a set of optional hooks, loaded by name only when it is asked for. */
import type { RunEvents } from '../suite/events.js'
import type { Output } from './output.js'
import { prepareFile } from './write-whole.js'

export type Reporter = RunEvents

/** Where a reporter writes: the screen, or a file of its own. */
export interface Target {
  readonly output: Output
  /** path of the file; reporters that write none ignore it */
  readonly file: string
}

/** name -> loader; one file per reporter. */
export const reporters = {
  terminal: async ({ output }: Target): Promise<Reporter> => (await import('./terminal.js')).terminalReporter(output),
  json: async ({ file }: Target): Promise<Reporter> => {
    await prepareFile(file)
    return (await import('./json.js')).jsonReporter(file)
  },
  junit: async ({ file }: Target): Promise<Reporter> => {
    await prepareFile(file)
    return (await import('./junit.js')).junitReporter(file)
  },
  github: async (target: Target): Promise<Reporter> => (await import('./github.js')).githubReporter(target),
} as const satisfies Record<string, (target: Target) => Promise<Reporter>>

export type ReporterName = keyof typeof reporters
