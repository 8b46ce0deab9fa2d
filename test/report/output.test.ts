/** When colours and redrawing are allowed. */
import { expect, test } from 'vitest'
import { outputOf } from '../../src/report/output.js'

const stream = (isTTY: boolean) => ({ isTTY, columns: 100, write: () => true }) as unknown as NodeJS.WriteStream

test.each([
  ['a terminal', true, {}, { colour: true, live: true, columns: 100 }],
  ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, { colour: false, live: true, columns: 100 }],
  ['a dumb terminal', true, { TERM: 'dumb', NO_COLOR: '1' }, { colour: false, live: false, columns: Infinity }],
  ['a pipe', false, {}, { colour: false, live: false, columns: Infinity }],
  ['a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, { colour: true, live: false, columns: Infinity }],
  ['a pipe with both', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, { colour: false, live: false, columns: Infinity }],
  ['CI', true, { CI: 'true' }, { colour: true, live: false, columns: Infinity }],
])('%s', (_, isTTY, env, expected) => expect(outputOf(stream(isTTY), env)).toMatchObject(expected))
