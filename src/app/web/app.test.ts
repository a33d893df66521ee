import { describe, expect, it } from 'vitest'
import { ARVENIA, report } from '../../../test/store/samples.js'
import {
  appWith,
  CLOSED,
  EVENTS,
  get,
  HOST,
  idleDesk,
  LUND,
  location,
  OPEN,
} from '../../../test/web/sample-app.js'
import { openStore } from '../../store/index.js'

describe('who may come', () => {
  it.each([
    ['this machine by number', '127.0.0.1:4177', 200],
    ['this machine by name', 'localhost', 200],
    ['this machine by its longer number', '[::1]:80', 200],
    ['a name that was made to lead here', 'evil.example', 421],
    ['a name that begins like it', '127.0.0.1.evil.example', 421],
  ])('%s', async (_, host, status) => {
    expect((await get('/', { host })).status).toBe(status)
  })

  it.each([
    ['its own page', { origin: 'http://127.0.0.1:4177' }, 303],
    ['a program', {}, 303],
    ['another site', { origin: 'http://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }, 403],
  ])('handing in from %s', async (_, headers, status) => {
    const body = new FormData()
    body.append('text', 'A text.')
    const answer = await appWith(OPEN).request('/jobs', {
      method: 'POST',
      body,
      headers: { ...HOST, ...headers },
    })
    expect(answer.status).toBe(status)
  })

  it('with a token, only who has it', async () => {
    expect((await get('/', {}, CLOSED)).status).toBe(401)
    expect((await get('/api/events', { authorization: 'Bearer wrong' }, CLOSED)).status).toBe(401)
    expect((await get('/api/events', { authorization: 'Bearer open sesame' }, CLOSED)).status).toBe(200)
    expect((await get('/', { cookie: 'rapport-token=open%20sesame' }, CLOSED)).status).toBe(200)
  })

  it('the token goes from the address into a cookie', async () => {
    const answer = await get('/dyads?token=open+sesame&x=1', {}, CLOSED)
    expect(answer.headers.get('location')).toBe('/dyads?x=1')
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/)
  })
})

describe('what a person recorded by hand', () => {
  it.each(['/events/e-0000', '/stories/s-1', '/dyads/XAR-XBO?in=2025-01'])(
    'shows as such on %s',
    async (path) => {
      const page = await (await get(path)).text()
      expect(page).toMatch(/by hand by Ana &lt;i&gt;Bel&lt;\/i&gt;/)
      expect(page).not.toContain('href="javascript:')
      expect(page).not.toContain('/reports/h-1')
    },
  )

  it('stands in its own words, beside those of reports', async () => {
    for (const path of ['/events/e-0000', '/stories/s-1'])
      expect(await (await get(path)).text()).toContain('own &lt;u&gt;words&lt;/u&gt;')
  })

  it('leads to its event', async () => {
    expect((await get('/events/h-1')).headers.get('location')).toBe('/events/e-0000')
  })
})

describe('every answer', () => {
  it.each(['/', '/stories/s-1', '/dyads/XAR-XBO', '/api/events', '/nothing', '/api/nothing'])(
    '%s is guarded',
    async (path) => {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  it.each([
    '/assets/../app.ts',
    '/assets/..%2f..%2fpackage.json',
    '/assets/passwd',
    '/stories/..%2f..%2fetc%2fpasswd.json',
  ])('no file but those given: %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('is 304 until something is written', async () => {
    const app = appWith(OPEN)
    const ask = (tag = '') => app.request('/dyads', { headers: { ...HOST, 'if-none-match': tag } })
    const tag = (await ask()).headers.get('etag')!
    expect((await ask(tag)).status).toBe(304)
    const other = await openStore(location, { create: false })
    await other.saveReport({
      report: report('r2'),
      mentions: [],
      readAt: '2026-01-02T00:00:00Z',
      source: null,
    })
    await other.close()
    expect((await ask(tag)).status).toBe(200)
  })
})

describe('handing in', () => {
  const post = async (body: FormData, desk = idleDesk()) => {
    const answer = await appWith(OPEN, desk.desk).request('/api/reports', {
      method: 'POST',
      body,
      headers: HOST,
    })
    return { answer, handedIn: desk.handedIn }
  }

  it('several texts, with a line between', async () => {
    const body = new FormData()
    body.append('text', 'One.\n---\nTwo.\n')
    const { answer, handedIn } = await post(body)
    expect(answer.status).toBe(202)
    expect(handedIn.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['One.', 'Two.'])
  })

  it('nothing, and more files than are sensible, are refused with what to do', async () => {
    expect(await (await post(new FormData())).answer.json()).toMatchObject({
      status: 400,
      detail: /choose files/,
    })
    const many = new FormData()
    for (let i = 0; i < 1001; i++) many.append('files', new File(['x'], `${i}.txt`))
    expect(await (await post(many)).answer.json()).toMatchObject({
      status: 413,
      detail: expect.stringContaining('fewer'),
    })
  })

  it.each(['/jobs', '/api/reports', '/theme'])(
    'what is no form is refused with what to send: %s',
    async (path) => {
      const answer = await appWith(OPEN).request(path, { method: 'POST', body: 'x', headers: HOST })
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('this is no form')
    },
  )

  it('too many bytes are refused before they are read', async () => {
    const answer = await appWith(OPEN).request('/api/reports', {
      method: 'POST',
      body: 'x',
      headers: { ...HOST, 'content-length': '60000000', 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(answer.status).toBe(413)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('the API', () => {
  it('gives lists page by page, newest first, each event once', async () => {
    const ids: string[] = []
    for (let next: string | null = '/api/events?limit=50&dyad=XAR-XBO'; next; ) {
      const answer: Response = await get(next)
      const { items } = (await answer.json()) as { items: { id: string; date: string }[] }
      ids.push(...items.map(({ id }) => id))
      next = answer.headers.get('link')?.match(/<(.+)>/)?.[1] ?? null
    }
    expect(ids).toHaveLength(EVENTS)
    expect(new Set(ids).size).toBe(EVENTS)
  })

  it.each([
    ['', EVENTS],
    ['&country=XAR', EVENTS],
    ['&type=CONSULT&since=2025-03&until=2025-03', EVENTS / 12],
    ['&type=ASSAULT', 0],
    ['&country=XCV', 0],
    [`&entity=${ARVENIA.id}`, EVENTS - 1],
  ])('filters: %s', async (query, count) => {
    const text = await (await get(`/api/events?format=jsonl${query}`)).text()
    expect(text.split('\n').filter(Boolean)).toHaveLength(count)
  })

  it('CSV has a header and a row each', async () => {
    const text = await (await get('/api/events?format=csv')).text()
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(EVENTS + 1)
  })

  it.each([
    ['/api/events?limit=9999', 400, 'limit'],
    ['/api/events?since=yesterday', 400, 'since'],
    ['/api/events?after=nowhere', 400, 'nowhere'],
    ['/api/events/e-none', 404, 'e-none'],
    ['/api/dyads/XAR', 404, 'XAR'],
    ['/api/reports?format=xml', 400, 'xml'],
  ])('%s is %i, and says why', async (path, status, words) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(((await answer.json()) as { title: string }).title).toContain(words)
  })

  it('describes itself, and every address that it describes answers', async () => {
    const { paths } = (await (await get('/api/openapi.json')).json()) as { paths: Record<string, object> }
    const asked = Object.entries(paths).filter(([, methods]) => 'get' in methods)
    const whole = asked.map(([path]) => path).filter((one) => !one.includes('{') && !one.includes('search'))
    for (const path of whole) expect((await get(path)).status, path).toBe(200)
  })
})

describe('pages', () => {
  it('a spelling is shown with the reports that have it, and no other', async () => {
    const page = await (await get(`/entities/${LUND.id}`)).text()
    const spellings = page.slice(page.indexOf('Spellings'), page.indexOf('Events'))
    expect(spellings).toContain('Thor Lund')
    expect(spellings).not.toContain('Tor Lund')
  })

  it.each([`/entities/${LUND.id}`, '/search?q=Lund', '/dyads/XAR-XBO.html'])(
    'an event without a date says when it was reported: %s',
    async (path) => {
      const page = await (await get(path)).text()
      expect(page).toMatch(
        /no date<\/span><span class="reported">reported <span class="date">4 February 2025/,
      )
    },
  )

  it.each([
    ['/dyads/XBO-XAR', '/dyads/XAR-XBO'],
    ['/events/m1', '/events/e-0000#m-m1'],
    [`/entities/${ARVENIA.id}`, '/states/XAR'],
  ])('%s leads to %s', async (path, to) => {
    expect((await get(path)).headers.get('location')).toBe(to)
  })

  it('the embedded timeline is one file that asks for nothing', async () => {
    const text = await (await get('/dyads/XAR-XBO.html')).text()
    expect(text).toContain('Arvenia')
    expect(text).not.toMatch(/(src|href)=|<script|url\(|>Story</)
  })

  it('two states of which no report tells have a chart without months', async () => {
    expect((await get('/dyads/XZY-XZZ.svg')).status).toBe(200)
  })

  it('the chart is an SVG file with title, units and source', async () => {
    const text = await (await get('/dyads/XAR-XBO.svg')).text()
    expect(text).toMatch(
      /^<\?xml[\s\S]*Arvenia – Bolandia, month by month[\s\S]*PLOVER[\s\S]*Source:[\s\S]*<\/svg>\s*$/,
    )
  })
})
