/** Bad usage is one clear message in lower case and exit code 2; help is none. */
import { expect, test } from 'vitest'
import { run } from './fake-shell.js'

test.each([
  ['bogus', "unknown command 'bogus'"], ['verify --bogus', "unknown option '--bogus'"],
  ['verify --effort', "option '--effort <level>' argument missing"],
  ['verify --effort none', '--effort "none" is no effort'], ['verify --effort -1', '--effort "-1" is no effort'],
  ['verify --effort toString', '--effort "toString" is no effort'],
  ['verify --effort Infinity', '--effort "Infinity" is no effort'],
  ['verify --precision 0', '--precision "0" is no relative precision'],
  ['verify --precision 1', '--precision "1" is no'], ['verify --seed -1', '--seed "-1" is no seed'],
  ['verify --seed x', 'is no seed'],
  ['verify --threads 0', '--threads "0" is no number'], ['verify --threads 1.5', 'is no number of threads'],
  ['verify --shard 0/2', '--shard "0/2" is no shard'], ['verify --shard 3/2', 'is no shard'],
  ['verify --shard 2', 'is no shard'],
  ['verify --shard 1/2 --queue redis://localhost:1 --theorems test/cli/theorems', '--shard 1/2 is of no use with'],
  ['verify --theorems test/nowhere', 'no folder "test/nowhere"'], ['verify --theorems test/cli/none', 'no folder'],
  ['verify nothing-like-it --theorems test/cli/theorems', 'no theorem matches "nothing-like-it"'],
  ['verify --shard 9/9 --theorems test/cli/theorems', 'shard 9/9 is empty'],
  ['verify --json /dev/null/x.json', 'cannot write "/dev/null/x.json"'],
  ['verify --junit src', 'cannot write "src", it is a folder'],
  ['list nothing-like-it', 'no theorem matches'], ['show', "missing required argument 'ID'"],
  ['show nothing-like-it --theorems test/cli/theorems', 'no theorem matches "nothing-like-it"'],
  ['replay x', '"x" is no replay token'], ['new ../escape', '"../escape" is no id'],
  ['new sources', '"sources" is no id'],
])('assay %s', async (args, message) => {
  const { code, out, error } = await run(args)
  expect(code).toBe(2)
  expect(error).toContain(message)
  expect(error).toMatch(/^assay: [^A-Z]/)
  expect(error.trim().split('\n')).toHaveLength(1)
  expect(out).toBe('')
})

test.each(['--help', '', 'verify --help', 'help verify'])('assay %s shows help and exits with 0', async (args) => {
  const { code, out } = await run(args)
  expect(code).toBe(0)
  expect(out).toContain('Usage: assay')
})
