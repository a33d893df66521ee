import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openView } from '../../src/store/view.js'
import { chromiumPath, openBrowser, openServer } from './browser.js'

const isSkipped = !chromiumPath && !process.env.CI
const SLOW = 180_000

/** A script in everything that a report can say of itself, and in its words. */
const EVIL = '<img src=x onerror="hacked=1"><script>hacked=1</script>'
const HTML = `<!doctype html><html><head><title>${EVIL}</title>
<link rel="canonical" href="javascript:hacked=1">
<meta property="og:site_name" content="&lt;svg onload=hacked=1&gt; Times">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Talks &lt;script>hacked=1&lt;/script> open",
"url":"javascript:hacked=1","datePublished":"2031-03-05\\"><script>hacked=1</script>","author":{"@type":"Person","name":"<b onmouseover=hacked=1>Mira</b>"}}</script>
</head><body><article><h1>Talks &lt;script&gt;hacked=1&lt;/script&gt; open in Maros</h1>
<p>Arvenian President &lt;img/src/onerror=hacked=1&gt; Ana Bel met Bolandian Foreign Minister Tor "&gt;&lt;script&gt;hacked=1&lt;/script&gt; Lund in Maros on 5 March 2031, officials said, and both praised the talks.</p>
<p>Arvenia recalled its ambassador from Bolandia on 5 March 2031 after the talks had ended without a result.</p></article></body></html>`
const TEXT = `\u202eeltit neddih\u202c ${EVIL}

Outlet: "><script>hacked=1</script> Gazette
Published: 5 March 2031

Arvenian President Ana Bel met Bolandian Foreign Minister Tor Lund in Maros on Monday. "]]></svg><script>hacked=1</script>", she said.

Arvenia accused Bolandia of "</script><script>hacked=1</script>" on Tuesday. {{constructor.constructor('hacked=1')()}} \u0001\u0002 mark`
const ARABIC = `اجتماع الوزراء في ماروس

Arvenian President Ana Bel met Bolandian Foreign Minister Tor Lund in Maros on 5 March 2031.`

describe.skipIf(isSkipped)('hostile reports', () => {
  let browser: Browser
  let server: Awaited<ReturnType<typeof openServer>>
  beforeAll(async () => {
    ;[browser, server] = await Promise.all([openBrowser(), openServer([])])
  }, SLOW)
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function handIn(): Promise<string> {
    const form = new FormData()
    form.append('files', new File([HTML], `"><script>hacked=1</script>.html`))
    form.append('files', new File([TEXT], '../../etc/passwd\u202etxt.exe<svg onload=hacked=1>.txt'))
    form.append('files', new File([ARABIC], 'arabic.txt'))
    form.append('outlet', '<svg onload=hacked=1>')
    const answer = await fetch(`${server.address}api/reports`, { method: 'POST', body: form })
    const { id } = (await answer.json()) as { id: string }
    for (;;) {
      const job = (await (await fetch(`${server.address}api/jobs/${id}`)).json()) as { ended: boolean }
      if (job.ended) return id
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  }

  it(
    'run nothing on any page, and lead nowhere but to the web',
    async () => {
      const job = await handIn()
      const tab = await browser.newPage()
      const faults: string[] = []
      tab.on('dialog', (dialog) => faults.push(dialog.message()))
      tab.on(
        'console',
        (line) => line.type() === 'error' && !line.text().includes('404') && faults.push(line.text()),
      )
      for (const path of await allPages(job)) {
        await tab.goto(server.address + path)
        const found = await tab.evaluate(`({
          hacked: typeof hacked,
          inline: document.querySelectorAll('main script, main [onerror], main [onload], main [onmouseover], main img').length,
          links: [...document.querySelectorAll('a[href]')].map((a) => new URL(a.getAttribute('href'), location).protocol).filter((p) => !/^https?:$/.test(p)),
        })`)
        expect(found, path).toEqual({ hacked: 'undefined', inline: 0, links: [] })
      }
      expect(faults).toEqual([])
    },
    SLOW,
  )

  it('text that runs from right to left stands so', async () => {
    const tab = await browser.newPage()
    await tab.goto(`${server.address}reports`)
    await tab.click('text=اجتماع')
    expect(await tab.evaluate(`getComputedStyle(document.querySelector('h1')).direction`)).toBe('rtl')
    expect(
      await tab.evaluate(`getComputedStyle(document.querySelector('.text-body p:last-child')).direction`),
    ).toBe('ltr')
  })

  it('turn no writing direction and hide nothing', async () => {
    const html = await (await fetch(`${server.address}reports`)).text()
    for (const hidden of ['\u202a', '\u202e', '\u0001', '\u0002']) expect(html).not.toContain(hidden)
    expect(html).toContain('&lt;script&gt;hacked')
  })

  /** Every page that the record has, and what the API gives as files. */
  async function allPages(job: string): Promise<string[]> {
    const view = await openView(server.location)
    const events = await view.events({}, { limit: 100 })
    const reports = await view.reports({ limit: 100 })
    const stories = await view.stories({ limit: 100 })
    await view.close()
    const entities = events.items.flatMap(({ actor, recipient }) => [...actor, ...recipient])
    return [
      '',
      `jobs/${job}`,
      'reports',
      'stories',
      'dyads',
      ...reports.items.map(({ report }) => `reports/${report.id}`),
      ...stories.items.map(({ id }) => `stories/${id}`),
      ...events.items.map(({ id }) => `events/${id}`),
      ...entities.map(({ id }) => `entities/${encodeURIComponent(id)}`),
      'dyads/XAR-XBO',
      'states/XAR',
      'search?q=hacked',
      `search?q=${encodeURIComponent(EVIL)}`,
      `dyads/XAR-XBO?in=${encodeURIComponent(EVIL)}&type=${encodeURIComponent(EVIL)}`,
      `events/${encodeURIComponent(EVIL)}`,
      `nothing/${encodeURIComponent(EVIL)}`,
    ]
  }
})
