/** Small theorems t0, t1, ... in a folder: each says what becomes of its two claims, for a job that costs nothing. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Writes so many modules into a folder, which is made; the second claim of each has the verdict `second`. */
export async function writeTheorems(folder: string, count: number, second: 'verified' | 'refuted'): Promise<void> {
  await mkdir(folder, { recursive: true })
  const stated = JSON.stringify(resolve('test/suite/modules/_stated.ts'))
  await Promise.all(Array.from({ length: count }, (_, k) => writeFile(join(folder, `t${k}.ts`),
    `import { stated } from ${stated}\nexport default stated('t${k}', { one: 'proved', two: '${second}' })\n`)))
}
