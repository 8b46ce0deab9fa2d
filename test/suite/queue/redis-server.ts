/**
 * A Redis server of one's own on loopback, for one test file; where none is installed that is said and tests are
 * skipped.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'

export const hasRedis = ((): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    process.stderr.write(
      'SKIPPED: no redis-server on this machine; the tests of the queue need one (Debian: redis-server)\n',
    )
    return false
  }
})()

export interface RedisServer {
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

/** Starts a server that keeps nothing, with more options as on its command line. */
export async function startRedis(...options: readonly string[]): Promise<RedisServer> {
  const port = await freePort()
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', ...options], {
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => { server.on('exit', () => resolve()) })
  await answers(port)
  return {
    port, url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill()
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  const { port } = server.address() as { port: number }
  await new Promise((closed) => { server.close(closed) })
  return port
}

async function answers(port: number): Promise<void> {
  const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null, retryStrategy: () => 20 })
  client.on('error', () => undefined)
  // refused for want of a password is an answer too
  await client.ping().catch(() => undefined)
  client.disconnect()
}
