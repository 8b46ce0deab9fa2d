/** House style that can be read off a text. */
import type { SourceFile } from './tree.js'

/** Files that do not say at once what they know. */
export const silentFiles = (files: readonly SourceFile[]): string[] => files
  .filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text) && !/^import[^\n]+\n+\/\*\*/.test(text))
  .map(({ path }) => `${path} does not open with a doc comment`)

const vague = /(Manager|Helper|Utils?)\b|(^|[/-])(utils?|helpers?|managers?|common|misc)([.-]|\/|$)/

/** Files and exports whose names say nothing. */
export const vagueNames = (files: readonly SourceFile[]): string[] => files.flatMap(({ path, text }) => {
  const exported =
    [...text.matchAll(/export (?:default )?(?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/g)]
  const names = [path, ...exported.map(([, name]) => name!)]
  return names.filter((name) => vague.test(name)).map((name) => `${path}: "${name}" says nothing`)
})

/** Classes that callers would have to construct or extend; errors are the exception. */
export const publicClasses = (files: readonly SourceFile[]): string[] => files.flatMap(({ path, text }) =>
  [...text.matchAll(/export (?:abstract )?class (\w+)(?:<[^{]*>)?(?: extends (\w+))?/g)]
    .filter(([, , base]) => !errors.test(base ?? '')).map(([, name]) => `${path}: class ${name} is public`))

const errors = /Error$|^Pole$/

/** Rooms whose quantities are random: only the error budget decides there, never a tolerance. */
const random = ['statistics/', 'simulation/', 'verify/']

/** Tests of random quantities that compare within a hand-picked tolerance. */
export const handPickedTolerances = (tests: readonly SourceFile[]): string[] => tests
  .filter(({ path, text }) => random.some((room) => path.startsWith(room)) && text.includes('toBeCloseTo'))
  .map(({ path }) => `test/${path} uses toBeCloseTo`)

/** Lines that do not fit. */
export const longLines = (files: readonly SourceFile[], limit: number): string[] => files.flatMap(({ path, text }) =>
  text.split('\n')
    .flatMap((line, i) => (line.length > limit ? [`${path}:${i + 1} has ${line.length} characters`] : [])))
