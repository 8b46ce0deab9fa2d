/** Addresses of queues, and what of them may be printed. */
import { expect, test } from 'vitest'
import { queueAddress } from '../../../src/suite/queue/address.js'

test('user, password, database and TLS go through to the client, and the name does not', () => {
  expect(queueAddress('rediss://me:secret@host:7000/2?queue=nightly'))
    .toMatchObject({ url: 'rediss://me:secret@host:7000/2', name: 'nightly' })
})

test('a password is never shown', () => {
  expect(queueAddress('redis://me:secret@host').shown).not.toContain('secret')
  expect(() => queueAddress('http://me:secret@host')).toThrow('http://me:***@host')
})

test.each(['', 'host:6379', 'http://host', 'redis://host?queue=a b', 'redis://host?queue='])('"%s" is no queue',
  (text) => {
    expect(() => queueAddress(text)).toThrow(expect.objectContaining({ code: 'BAD_QUEUE' }))
})
