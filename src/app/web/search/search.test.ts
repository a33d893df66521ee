import { describe, expect, it } from 'vitest'
import { get } from '../../../../test/web/sample-app.js'
import { type Scope, SearchQuery, scopesOf } from './query.js'

interface Answer {
  readonly names: readonly unknown[]
  readonly reports: readonly unknown[]
  readonly events: readonly { readonly date: string }[]
  readonly statements: readonly unknown[]
}

const ask = async (query: string) => (await (await get(`/api/search?${query}`)).json()) as Answer

it.each<[object, Scope[]]>([
  [{}, ['names', 'reports', 'events', 'statements']],
  [{ state: 'XAR', with: 'XBO' }, ['names', 'reports', 'events', 'statements']],
  [{ since: '2025' }, ['reports', 'events', 'statements']],
  [{ outlet: 'Tesk Times' }, ['reports']],
  [{ type: 'AID' }, ['events']],
  [{ type: 'STATEMENT' }, ['statements']],
  [{ told: 'news' }, ['events', 'statements']],
  [{ told: 'news', in: 'names' }, []],
  [{ in: 'events' }, ['events']],
])('with %j, what can pass is searched: %j', (query, scopes) => {
  expect([...scopesOf(SearchQuery.parse(query))]).toEqual(scopes)
})

describe('the API’s search', () => {
  it('narrows as the page does', async () => {
    const all = await ask('q=met&limit=100')
    expect(all.events).toHaveLength(100)
    const some = await ask('q=met&limit=100&since=2025-03&until=2025-04&state=XAR&with=XBO&told=news')
    expect(new Set(some.events.map(({ date }) => date))).toEqual(new Set(['2025-03-03', '2025-04-03']))
    expect(some.events).toHaveLength(20)
    expect((await ask('q=met&type=AID')).events).toEqual([])
    expect((await ask('q=text&in=reports&state=XBO')).reports).toHaveLength(1)
    expect((await ask('q=arvenia&in=names&state=XBO')).names).toEqual([])
  })

  it.each([
    ['q=', 'q: write words'],
    ['', 'q: write words'],
    ['q=x&state=Arvenia', 'state: write a state’s code'],
    ['q=x&with=xbo', 'with: write a state’s code'],
    ['q=x&type=FIGHT', 'type: Invalid option'],
    ['q=x&told=rumour', 'told: write news or background'],
    ['q=x&since=May', 'since: write 2025'],
    ['q=x&since=2025-06&until=2025-05', 'until: this is before since'],
    ['q=x&in=all', 'in: Invalid option'],
    ['q=x&limit=1000', 'limit: Too big'],
  ])('"%s" is 400, and says why', async (query, words) => {
    const answer = await get(`/api/search?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(((await answer.json()) as { title: string }).title).toContain(words)
  })

  it('describes each of its filters', async () => {
    const { paths } = (await (await get('/api/openapi.json')).json()) as {
      paths: Record<string, { get: { parameters: { name: string }[] } }>
    }
    const described = paths['/api/search']!.get.parameters.map(({ name }) => name)
    expect(described.toSorted()).toEqual([...Object.keys(SearchQuery.shape), 'limit'].toSorted())
  })
})

describe('the page', () => {
  const text = async (query: string) => (await get(`/search?${query}`)).text()

  it('keeps what was chosen, and an empty field asks nothing', async () => {
    const page = await text('q=met&in=&state=XAR&with=&since=2025-03&until=&type=CONSULT')
    expect(page).toMatch(/<option value="XAR" selected/)
    expect(page).toMatch(/<option value="CONSULT" selected/)
    expect(page).toContain('value="2025-03"')
    expect(page).toContain('Clear the filters')
    expect(page).toContain('The filters leave out names, reports and statements.')
  })

  it('shows what is chosen even where the record has none of it', async () => {
    expect(await text('q=met&outlet=Nobody%27s+%3Cb%3E')).toContain('Nobody&#39;s &lt;b&gt;')
  })

  it('says that nothing passed, apart from that nothing was found', async () => {
    expect(await text('q=met&state=XZZ')).toContain('Nothing that passes these filters')
    expect(await text('q=zzzz')).toContain('Nothing has all the words')
  })

  it('leads to the rest of a kind of thing', async () => {
    expect(await text('q=met&state=XAR')).toContain('href="/search?q=met&amp;state=XAR&amp;in=events"')
  })

  it('knows an id, also by its beginning', async () => {
    expect(await text('q=e-0007')).toContain('the id of <a href="/events/e-0007">an event</a>')
    expect(await text('q=state-XAR')).not.toContain('the id of')
    expect(await text('q=zzz-9999')).toContain('Nothing has all the words')
  })

  it('says what is wrong with a date', async () => {
    const answer = await get('/search?q=met&since=May')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('write 2025, 2025-10 or 2025-10-27')
  })
})
