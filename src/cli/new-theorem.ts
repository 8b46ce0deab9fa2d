/** The scaffold of a theorem: a module that verifies as it stands, to be changed line by line into another. */
import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refuse } from '../suite/refusal.js'

/** Writes the module and returns its path. Throws EXISTS. */
export async function writeNewTheorem(id: string, folder: string): Promise<string> {
  const file = join(folder, `${id}.ts`)
  if (await exists(file)) refuse('EXISTS', `${file} is there already; choose another id`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, theoremText(id))
  return file
}

const exists = (file: string): Promise<boolean> => access(file).then(() => true, () => false)

/** A theorem about SGD in one dimension or more, true as it stands. */
export const theoremText = (id: string): string => `/**
 * The weights of SGD near a quadratic minimum with Hessian K,
 *
 *     w <- w - lambda (K w + eta),    Cov eta = C,
 *
 * fluctuate with a stationary covariance Sigma.
 */
import { defineTheorem, learningRate, measured, moments, plainSgd, positiveDefinite, simulated, work } from 'assay'

const source = work({
  key: 'author2026', title: 'Title of the work', authors: ['A. Author'], venue: 'Where it appeared', year: 2026,
  url: 'https://example.org',
})

export default defineTheorem({
  id: '${id}',
  title: 'Stationary covariance of SGD',
  source: source.at('Theorem 1'),
  says: 'The result in one sentence.',

  symbols: {
    lambda: learningRate('learning rate'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'posdef(2 * I - lambda * K)' },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),
  measure: { Sigma: 'Cov(w)' },

  claims: { balance: 'K * Sigma + Sigma * K - lambda * K * Sigma * K == lambda * C' },
  evidence: { balance: [moments(), simulated()] },
})
`
