/** Where a queue is: a Redis server, and a name, so that one server serves several projects. */
import { refuse } from '../refusal.js'

export interface QueueAddress {
  /** of the server, with user, password and database as Redis clients read them */
  readonly url: string
  readonly name: string
  /** as it may be printed: without the password */
  readonly shown: string
}

/** Reads redis://[user:password@]host[:port][/database][?queue=name], or rediss:// for TLS. Throws BAD_QUEUE. */
export function queueAddress(text: string): QueueAddress {
  if (!URL.canParse(text) || !['redis:', 'rediss:'].includes(new URL(text).protocol)) return bad(text)
  const url = new URL(text)
  const name = url.searchParams.get('queue') ?? 'assay'
  if (!/^[\w.-]{1,64}$/.test(name)) return bad(text)
  url.searchParams.delete('queue')
  return { url: url.href, name, shown: `${url.protocol}//${url.host}${url.pathname} "${name}"` }
}

const bad = (text: string): never => refuse('BAD_QUEUE',
  `"${text.replace(/:[^:@/]*@/, ':***@')}" is no queue; write redis://host:port, with ?queue=name for another name `
    + 'than assay')
