/** Durations as text. */
import { expect, test } from 'vitest'
import { seconds } from '../../src/report/duration.js'

test.each(
  [[0, '0.0 s'], [9.94, '9.9 s'], [9.96, '10 s'], [59.6, '1 min 00 s'], [125, '2 min 05 s'], [3661, '61 min 01 s']],
)(
  '%d seconds read %s', (value, text) => expect(seconds(value)).toBe(text))
