import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  chromiumPath,
  correctSome,
  type Examples,
  LANTA,
  openBrowser,
  openExamples,
  openServer,
} from './browser.js'

/** On a machine of a developer the browser may be missing, and vitest counts what is skipped; in CI it may not. */
const isSkipped = !chromiumPath && !process.env.CI
const SLOW = 180_000
vi.setConfig({ testTimeout: 60_000 })
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser

if (isSkipped) process.stderr.write('Chromium is not installed: the tests in a browser are skipped.\n')
else {
  beforeAll(async () => {
    browser = await openBrowser()
  }, SLOW)
  afterAll(async () => browser.close())
}

/** A tab that fails its test when a script runs that is not ours, or anything is asked of another host. */
async function openTab(options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const tab = await context.newPage()
  tab.setDefaultTimeout(20_000)
  const faults: string[] = []
  tab.on('pageerror', (error) => faults.push(error.message))
  tab.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  tab.on('console', (line) => line.type() === 'error' && faults.push(`${line.text()} at ${tab.url()}`))
  tab.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:)/.test(request.url())) faults.push(`asked ${request.url()}`)
  })
  return { context, tab, faults }
}

const pagesOf = ({ address, story, conflicts, report, event, entity, corrected, rejected }: Examples) => [
  address,
  `${address}stories`,
  `${address}stories/${story}`,
  `${address}stories/${conflicts}`,
  `${address}reports`,
  `${address}reports/${report}`,
  `${address}events/${event}`,
  `${address}dyads`,
  `${address}dyads/PRK-RUS`,
  `${address}dyads/PRK-RUS?in=2025-10&told=news`,
  `${address}dyads/XAR-XBO?former=1`,
  `${address}reports?control=state`,
  `${address}events/${corrected}`,
  `${address}events/${rejected}`,
  `${address}events/${event}/correct?field=date`,
  `${address}entities/${encodeURIComponent(entity)}`,
  `${address}entities/${encodeURIComponent(entity)}/correct`,
  `${address}log`,
  `${address}states/RUS`,
  `${address}search?q=kremlin`,
  `${address}search?q=kremlin&state=RUS&with=PRK&told=news&since=2025`,
]

describe.skipIf(isSkipped)('reading reports that are dropped', () => {
  let close: () => Promise<void>
  let address: string
  let context: BrowserContext
  let tab: Page
  let faults: string[]

  beforeAll(async () => {
    ;({ address, close } = await openServer([]))
    ;({ context, tab, faults } = await openTab())
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  }, SLOW)
  afterAll(async () => {
    await context.close()
    await close()
  })

  it('an empty record says what to do', async () => {
    await tab.goto(address)
    expect(await tab.textContent('main')).toContain('Nothing has been read yet')
  })

  it(
    'four reports that are dropped become a story',
    async () => {
      const files = readdirSync(LANTA).filter((file) => file.endsWith('.txt'))
      const texts = files.map((name) => ({ name, text: readFileSync(join(LANTA, name), 'utf8') }))
      const data = await tab.evaluateHandle(`(() => {
        const transfer = new DataTransfer()
        for (const { name, text } of ${JSON.stringify(texts)}) transfer.items.add(new File([text], name))
        return transfer
      })()`)
      await tab.dispatchEvent('.drop', 'drop', { dataTransfer: data })
      await tab.waitForSelector('.stories a', { timeout: SLOW })
      expect(await tab.textContent('main')).toContain('4 reports read: 4 new')
      await tab.click('.stories a')
      expect(await tab.textContent('.points h2')).toContain('In conflict')
      expect(await tab.textContent('.over')).toContain('4 reports, none copies another')
      expect(await tab.textContent('.summary')).toContain('Reports differ on a meeting between')
      // Who only announced what others tell is quoted with the announcement.
      expect(await tab.locator('.sentences blockquote:not(:has(span[dir]))').count()).toBe(0)
    },
    SLOW,
  )

  it('a difference leads to its sentence, which lights up', async () => {
    const point = tab.locator('.point.conflict', { hasText: 'at least 20' }).first()
    await point.hover()
    expect(await tab.locator('.texts .told.lit').count()).toBeGreaterThan(1)
    const differing = await tab.locator('.text[data-report=A] .lit-differs').allTextContents()
    expect(differing).toContain('at least 20')
    await point.locator('.value a.letter').first().click()
    expect(new URL(tab.url()).hash).toMatch(/^#s-[A-D]-\d+$/)
    const told = await tab.locator('.told:has(:target)').textContent()
    expect(told).toContain('Bolandian forces')
  })

  it('filters hide points and stand in the address', async () => {
    await tab.locator('input[name=status][value=conflict]').check({ force: true })
    expect(await tab.locator('.point:visible').count()).toBe(await tab.locator('.point.conflict').count())
    expect(tab.url()).toContain('status=conflict')
    await tab.reload()
    expect(await tab.locator('.point:visible').count()).toBe(await tab.locator('.point.conflict').count())
  })

  it('it is copied as Markdown, and every download comes', async () => {
    await tab.click('[data-copy]')
    await tab.waitForSelector('text=Copied.')
    expect(await tab.evaluate('navigator.clipboard.readText()')).toContain('# Comparison')
    for (const name of ['Markdown', 'JSON', 'CSV']) {
      const download = tab.waitForEvent('download')
      await tab.locator('.actions a', { hasText: name }).click()
      expect((await download).suggestedFilename()).toMatch(/^s-[\w-]+\.(md|json|csv)$/)
    }
  })

  it('the keys find the search, and results come while words are typed', async () => {
    await tab.keyboard.press('Escape')
    await tab.locator('h1').click()
    await tab.keyboard.press('/')
    await tab.keyboard.type('Moren')
    await tab.keyboard.press('Enter')
    await tab.waitForURL('**/search?q=Moren')
    await tab.fill('main input[name=q]', 'ceasefire')
    await tab.waitForSelector('.snippet mark:text-is("ceasefire")')
  })

  it('what is found is narrowed at once, by an address that can be passed on', async () => {
    await tab.fill('main input[name=q]', 'Bolandian')
    await tab.click('.search-form summary')
    await tab.selectOption('select[name=type]', 'ASSAULT')
    await tab.waitForSelector('text=The filters leave out names, reports and statements.')
    expect(await tab.locator('.snippet').count()).toBe(0)
    expect(new URL(tab.url()).search).toBe('?q=Bolandian&type=ASSAULT')
    await tab.reload()
    expect(await tab.inputValue('select[name=type]')).toBe('ASSAULT')
    await tab.click('text=Clear the filters')
    await tab.waitForSelector('.snippet mark:text-is("Bolandian")')
  })

  it('a dyad is walked to a month and back to a report', async () => {
    await tab.goto(`${address}dyads/XBO-XAR`)
    expect(tab.url()).toBe(`${address}dyads/XAR-XBO`)
    expect(await tab.textContent('h1')).toBe('Arvenia – Bolandia')
    await tab.click('.step:has-text("2031")')
    await tab.selectOption('select[name=type]', 'ASSAULT')
    await tab.waitForURL('**type=ASSAULT**')
    await tab.click('.event .what a')
    await tab.click('.telling h3 a')
    expect(await tab.textContent('.over')).toContain('Report')
    await tab.locator('.text.whole .told').first().click()
    expect(await tab.locator('.note-card details[open]').count()).toBe(1)
  })

  it('a value is corrected by hand, stands beside the machine’s, and is undone', async () => {
    // The walk before ended on a report of the event.
    await tab.goBack()
    await tab.click('a[aria-label="Correct: When"]')
    const before = await tab.inputValue('#value')
    await tab.fill('#value', '2 March 2031')
    await tab.fill('#reason', '<img src=x onerror=alert(1)>')
    await tab.click('button.main')
    await tab.waitForSelector('.corrected')
    expect(await tab.textContent('.facts-table')).toContain('2 March 2031')
    expect(await tab.textContent('.corrected')).toContain('by Ana')
    expect(await tab.textContent('.corrected')).toContain('<img src=x onerror=alert(1)>')
    expect(await tab.locator('main img').count()).toBe(0)
    await tab.click('.log summary')
    await tab.fill('#c1-reason', 'the report is right')
    await tab.click('form.undo button')
    await tab.waitForSelector('.log .undone')
    expect(await tab.locator('.corrected').count()).toBe(0)
    await tab.click('a[aria-label="Correct: When"]')
    expect(await tab.inputValue('#value')).toBe(before)
  })

  it('what cannot be saved says why, and keeps what was filled in', async () => {
    await tab.fill('#value', 'some day')
    await tab.fill('#reason', 'it says so')
    const faulty = faults.length
    await tab.click('button.main')
    expect(await tab.textContent('[role=alert]')).toContain('"some day" is no date')
    expect(await tab.inputValue('#reason')).toBe('it says so')
    // The browser notes the answer's status, 422, as an error.
    faults.splice(faulty)
  })

  it('nothing went wrong on the way', () => {
    expect(faults).toEqual([])
  })
})

describe.skipIf(isSkipped)('correcting without client script', () => {
  let examples: Examples
  beforeAll(async () => {
    examples = await openExamples()
  }, SLOW)
  afterAll(async () => examples.close())

  it(
    'parts an event, rejects it, joins it again and pins a name, by forms alone',
    async () => {
      const { context, tab, faults } = await openTab({ javaScriptEnabled: false })
      const event = `${examples.address}events/${examples.event}`
      const tellings = async () => {
        await tab.goto(event)
        return tab.locator('.telling').count()
      }
      const all = await tellings()
      const save = async () => {
        await tab.fill('#reason', 'checked by hand')
        await tab.click('button.main')
      }
      await tab.click('a:text("Correct this event")')
      await tab.check('input[value=split]')
      await tab.locator('input[name=part]').last().check()
      await save()
      expect(await tellings()).toBe(all - 1)
      await tab.click('a:text("Correct this event")')
      await tab.check('input[value=reject]')
      await save()
      expect(await tab.textContent('.rejected')).toContain('checked by hand')
      await tab.goto(`${examples.address}log`)
      await tab.locator('.log summary').last().click()
      await tab.locator('form.undo').last().locator('input[name=reason]').fill('they are one')
      await tab.locator('form.undo').last().locator('button').click()
      expect(await tellings()).toBe(all)
      await tab.goto(`${examples.address}entities/${encodeURIComponent(examples.entity)}/correct`)
      await tab.check('input[value=name]')
      await tab.fill('#name', 'A Name of One’s Own')
      await save()
      expect(await tab.textContent('h1')).toBe('A Name of One’s Own')
      expect(faults).toEqual([])
      await context.close()
    },
    SLOW,
  )
})

describe.skipIf(isSkipped)('every page', () => {
  let examples: Examples
  beforeAll(async () => {
    examples = await openExamples()
    await correctSome(examples)
  }, SLOW)
  afterAll(async () => examples.close())

  it.each(['light', 'dark'] as const)(
    'keeps WCAG 2.2 AA in the %s theme',
    async (colorScheme) => {
      const { context, tab, faults } = await openTab({ colorScheme, bypassCSP: true })
      const violations: string[] = []
      for (const url of pagesOf(examples)) {
        await tab.goto(url)
        await tab.evaluate(AXE)
        const found = await tab.evaluate(async () => {
          const axe = (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }).axe
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
          const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } })
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`)
        })
        violations.push(...found.map((one) => `${new URL(url).pathname} ${one}`))
      }
      expect(violations).toEqual([])
      expect(faults).toEqual([])
      await context.close()
    },
    SLOW,
  )

  it.each([
    ['light', 'Dark theme', 'rgb(25, 24, 22)'],
    ['dark', 'Light theme', 'rgb(253, 251, 247)'],
  ] as const)(
    'without a script, a system that is %s can be overruled: %s',
    async (colorScheme, button, paper) => {
      const { context, tab } = await openTab({ colorScheme, javaScriptEnabled: false })
      const background = async () => {
        await tab.waitForLoadState()
        return tab.evaluate<string>('getComputedStyle(document.body).backgroundColor')
      }
      await tab.goto(`${examples.address}reports?control=state`)
      const before = await background()
      await tab.getByRole('button', { name: button }).click()
      expect(tab.url()).toBe(`${examples.address}reports?control=state`)
      expect(before).not.toBe(paper)
      expect(await background()).toBe(paper)
      await tab.goto(`${examples.address}dyads`)
      expect(await background()).toBe(paper)
      expect(await tab.getByRole('button', { name: button }).getAttribute('aria-pressed')).toBe('true')
      await tab.getByRole('button', { name: 'Theme as the system' }).click()
      expect(await background()).toBe(before)
      await context.close()
    },
  )

  it('lists are filtered, and say so when nothing is left', async () => {
    const { context, tab, faults } = await openTab()
    await tab.goto(`${examples.address}reports`)
    await tab.getByLabel('Control').selectOption('state')
    await tab.getByLabel('State told of').selectOption({ index: 1 })
    await tab.getByRole('button', { name: 'Show' }).click()
    await tab.waitForURL(/control=state/)
    expect(await tab.locator('.stories .story-title').count()).toBe(2)
    await tab.getByLabel('Words').fill('nowhere in any report')
    await tab.getByRole('button', { name: 'Show' }).click()
    await tab.waitForURL(/nowhere/)
    expect(await tab.locator('.empty-title').textContent()).toContain('None passes')
    await tab.getByRole('main').getByRole('link', { name: 'Show all' }).first().click()
    expect(tab.url()).toBe(`${examples.address}reports`)
    expect(faults).toEqual([])
    await context.close()
  })

  it(
    'fits a phone without scrolling sideways',
    async () => {
      const { context, tab } = await openTab({ viewport: { width: 360, height: 700 } })
      for (const url of pagesOf(examples)) {
        await tab.goto(url)
        expect(await tab.evaluate('document.documentElement.scrollWidth'), url).toBe(360)
      }
      await context.close()
    },
    SLOW,
  )

  it(
    'can be read without client script',
    async () => {
      const { context, tab } = await openTab({ javaScriptEnabled: false })
      await tab.goto(`${examples.address}stories/${examples.conflicts}`)
      const point = tab.locator('.point.conflict', { hasText: 'at least 20' }).first()
      await point.locator('.value a.letter').first().click()
      expect(await tab.locator('.told:has(:target)').textContent()).toContain('Bolandian forces')
      await context.close()
    },
    SLOW,
  )

  it('weighs at most 150 kB compressed, with all that it loads', async () => {
    for (const url of pagesOf(examples)) {
      const html = await weigh(url)
      const parts = [...html.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
      const loaded = await Promise.all(parts.map((path) => weigh(new URL(path, url).href)))
      const bytes = [html, ...loaded].reduce((sum, one) => sum + one.bytes, 0)
      expect(bytes, url).toBeLessThan(150_000)
    }
  })

  it(
    'is served to 200 at once',
    async () => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, i) => fetch(pagesOf(examples)[i % 13]!).then(({ status }) => status)),
      )
      expect(new Set(answers)).toEqual(new Set([200]))
    },
    SLOW,
  )
})

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly target: string[] }[]
  }[]
}

async function weigh(url: string): Promise<{ text: string; bytes: number }> {
  const { gzipSync } = await import('node:zlib')
  const text = await (await fetch(url)).text()
  return { text, bytes: gzipSync(text).length }
}
