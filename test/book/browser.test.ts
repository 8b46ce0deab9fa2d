/**
 * The book as a reader has it: opened as files in a real browser. ASSAY_RECORD names a record to make it from; without
 * one the statements of the suite are taken. CHROMIUM names the browser.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookFiles } from '../../src/report/book/book.js'
import { theoremPath } from '../../src/report/book/paths.js'
import { writeBook } from '../../src/report/book/write-book.js'
import { readRecord } from '../../src/suite/read-record.js'
import type { SuiteReport } from '../../src/suite/events.js'
import { richRecord, suiteRecord } from '../report/book/records.js'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = places.find((place) => place !== undefined && existsSync(place))
if (!executablePath) {
  console.warn('NO BROWSER: the book is not tested. Install chromium, or name one: CHROMIUM=/path npm run test:book')
}

const scheme = ['light', 'dark'] as const
let browser: Browser
let folder = ''
let paths: readonly string[] = []
let axe = ''

const open = async (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
  const page = await browser.newPage(options)
  await page.goto(pathToFileURL(join(folder, path)).href)
  return page
}

describe.skipIf(!executablePath)('in a browser', () => {
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'assay-')), 'book')
    const record = await recordToShow()
    await writeBook(record, folder)
    paths = [...(await bookFiles(record)).keys()].filter((path) => path.endsWith('.html'))
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    await rm(join(folder, '..'), { recursive: true, force: true })
  })

  test('every page opens without an error, asks for local files only, and shows every formula', async () => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
    const faults: string[] = []
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) faults.push(message.text()) })
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('requestfailed', (request) => faults.push(`${request.url()} failed`))
    page.on('request',
      (request) => { if (!request.url().startsWith('file:')) faults.push(`asks for ${request.url()}`) })
    let formulas = 0
    for (const path of paths) {
      await page.goto(pathToFileURL(join(folder, path)).href)
      const sizes = await page.locator('.formula math, .statement math').evaluateAll((all) =>
        all.map((math) => math.getBoundingClientRect()).map(({ width, height }) => width > 4 && height > 6))
      formulas += sizes.length
      expect([path, sizes.filter((isSeen) => !isSeen).length]).toEqual([path, 0])
    }
    expect(faults).toEqual([])
    expect(formulas).toBeGreaterThan(paths.length)
  })

  test.each([1280, 400])('no page is wider than a screen of %d pixels', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    for (const path of paths) {
      await page.goto(pathToFileURL(join(folder, path)).href)
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width])
    }
  })

  test.each(scheme)('axe finds no serious fault, %s', async (colorScheme) => {
    const chosen = ['index.html', 'graph.html', 'guide.html',
      ...paths.filter((path) => path.startsWith('theorems/')).filter((_, i) => i % 12 === 0)]
    for (const path of chosen) {
      const page = await open(path, { colorScheme })
      await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const { axe: run } = globalThis as unknown as { axe: { run(): Promise<{ violations: readonly Violation[] }> } }
        interface Violation {
          readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[]
        }
        const { violations } = await run.run()
        return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.length} such as ${nodes[0]!.html.slice(0, 200)}`)
      })
      expect([path, found]).toEqual([path, []])
      await page.close()
    }
  })

  test('the search is used by keys alone and leads to what was found', async () => {
    const page = await open('guide.html')
    await page.keyboard.press('/')
    await page.keyboard.type('covariance momentum')
    await page.keyboard.press('ArrowDown')
    const input = page.getByRole('combobox')
    const option = page.locator(`#${await input.getAttribute('aria-activedescendant')}`)
    expect([await input.getAttribute('aria-expanded'), await option.getAttribute('aria-selected')])
      .toEqual(['true', 'true'])
    const address = (await option.getAttribute('data-address'))!
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.href.endsWith(address))
    expect(await page.locator('h1').isVisible()).toBe(true)
    await page.keyboard.press('/')
    await page.keyboard.type('no such result anywhere')
    expect(await page.getByRole('listbox').count()).toBe(0)
  })

  test('light and dark are chosen by the system, and by the reader', async () => {
    const [light, dark] = await Promise.all(scheme.map((colorScheme) => open('index.html', { colorScheme })))
    const paper = (page: Page): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const [bright, dim] = [await paper(light!), await paper(dark!)]
    expect(bright).not.toBe(dim)
    await light!.locator('.theme button').click()
    await light!.locator('.theme button').click()
    expect(await paper(light!)).toBe(dim)
    await light!.reload()
    expect(await paper(light!)).toBe(dim)
  })

  test('without scripts, and on paper, everything is still there', async () => {
    const page = await open(theoremPath(richRecord.theorems[0]!.id), { javaScriptEnabled: false })
    expect(await page.locator('.formula math').first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect([await page.locator('.top').isVisible(), await page.locator('.formula math').first().isVisible()])
      .toEqual([false, true])
  })
})

/** A record that was named, or the suite's statements; with the rich theorem, whose pages have plots. */
async function recordToShow(): Promise<SuiteReport> {
  const record = process.env.ASSAY_RECORD ? await readRecord(process.env.ASSAY_RECORD) : await suiteRecord()
  const own = new Set(richRecord.theorems.map(({ id }) => id))
  return { ...record, theorems: [...richRecord.theorems, ...record.theorems.filter(({ id }) => !own.has(id))] }
}
