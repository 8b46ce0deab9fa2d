/**
 * The ledger on disk: JSON lines, only ever appended to and flushed line by line. What a crash cut short is the end of
 * one line; it is skipped when read, and the next line begins anew.
 */
import { closeSync, createReadStream, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { refuse } from '../refusal.js'
import { type Entry, entryOf, fingerprintIn, lineOf } from './entry.js'

/** The entries of some theorems, oldest first; of others no line is parsed. Throws NOT_A_LEDGER, CANNOT_READ. */
export async function readLedger(file: string, wanted: ReadonlySet<string>): Promise<Entry[]> {
  if (!await stat(file).catch(() => null)) return []
  const entries: Entry[] = []
  let first = true
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      const fingerprint = fingerprintIn(line)
      if (first && fingerprint === null && line !== '') notALedger(file)
      first = false
      const entry = fingerprint !== null && wanted.has(fingerprint) ? entryOf(line) : null
      if (entry) entries.push(entry)
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') throw error
    refuse('CANNOT_READ', `cannot read the ledger "${file}"; name a file of yours`)
  }
  return entries
}

/** Appends one entry and waits until the disk has it. Throws CANNOT_WRITE. */
export function appendEntry(file: string, entry: Entry): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const handle = openSync(file, 'a+')
    try {
      // one write, so that two runs on one ledger do not mix their lines
      writeSync(handle, `${endsInMidLine(handle) ? '\n' : ''}${lineOf(entry)}`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    refuse('CANNOT_WRITE', `cannot write the ledger "${file}"; name a file in a folder of yours`)
  }
}

function endsInMidLine(handle: number): boolean {
  const { size } = fstatSync(handle)
  const last = Buffer.alloc(1)
  return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a
}

const notALedger = (file: string): never =>
  refuse('NOT_A_LEDGER', `"${file}" is no ledger, its first line is none of assay's; name a new file`)
