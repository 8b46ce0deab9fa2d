/** The scaffold of a theorem: a module that verifies as it stands, to be changed line by line into another. */
import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refuse } from '../suite/refusal.js'
import { type Algorithm, startingPoints } from './starting-points.js'

/** What an author is asked. */
export interface Beginning {
  readonly title: string
  readonly algorithm: Algorithm
}

/** The module of an id. Throws EXISTS. */
export async function freeFile(id: string, folder: string): Promise<string> {
  const file = join(folder, `${id}.ts`)
  const isThere = await access(file).then(() => true, () => false)
  return isThere ? refuse('EXISTS', `${file} is there already; choose another id`) : file
}

/** Writes the module of an id and returns its path. */
export async function writeNewTheorem(id: string, file: string, beginning: Beginning): Promise<string> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, theoremText(id, beginning))
  return file
}

export const usualBeginning = (algorithm: Algorithm = 'sgd'): Beginning =>
  ({ algorithm, title: startingPoints[algorithm].title })

/** A theorem that is true as it stands. */
export function theoremText(id: string, { title, algorithm }: Beginning = usualBeginning()): string {
  const { says, imports, body, claim, evidence } = startingPoints[algorithm]
  return `/**
${says.map((line) => ` * ${line}`.trimEnd()).join('\n')}
 */
${importText(['defineTheorem', 'work', ...imports].sort((a, b) => a.localeCompare(b)))}

const source = work({
  key: 'author2026', title: 'Title of the work', authors: ['A. Author'], venue: 'Where it appeared', year: 2026,
  url: 'https://example.org',
})

export default defineTheorem({
  id: '${id}',
  title: ${JSON.stringify(title).replace(/^"(.*)"$/, (_, text: string) =>
    `'${text.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`)},
  source: source.at('Theorem 1'),
  says: 'The result in one sentence.',

${body.join('\n')}

  claims: {
    balance: ${claim.length > 90 ? `\`\n      ${claim}\`` : `'${claim}'`},
  },
  evidence: { balance: ${evidence} },
})
`
}

const importText = (names: readonly string[]): string => {
  const line = `import { ${names.join(', ')} } from 'assay'`
  if (line.length <= 120) return line
  const half = Math.ceil(names.length / 2)
  return `import {\n  ${names.slice(0, half).join(', ')},\n  ${names.slice(half).join(', ')},\n} from 'assay'`
}
