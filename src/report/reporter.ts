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

const toFile = (load: () => Promise<(file: string) => Reporter>) => async ({ file }: Target): Promise<Reporter> => {
  await prepareFile(file)
  return (await load())(file)
}

/** name -> loader; one file per reporter. */
export const reporters = {
  terminal: async ({ output }: Target): Promise<Reporter> => (await import('./terminal.js')).terminalReporter(output),
  json: toFile(async () => (await import('./json.js')).jsonReporter),
  junit: toFile(async () => (await import('./junit.js')).junitReporter),
  sarif: toFile(async () => (await import('./sarif.js')).sarifReporter),
  badge: toFile(async () => (await import('./badge.js')).badgeReporter),
  html: async ({ file: folder }: Target): Promise<Reporter> => {
    const { prepareBook, writeBook } = await import('./book/write-book.js')
    await prepareBook(folder)
    return { onRunEnd: (report) => writeBook(report, folder) }
  },
  github: async (target: Target): Promise<Reporter> => (await import('./github.js')).githubReporter(target),
  summary: async (target: Target): Promise<Reporter> => (await import('./job-summary.js')).jobSummaryReporter(target),
} as const satisfies Record<string, (target: Target) => Promise<Reporter>>

export type ReporterName = keyof typeof reporters
