import { describe, expect, it } from 'vitest'
import { appWith, get, HOST, OPEN } from '../../../../test/web/sample-app.js'

describe('corrections', () => {
  const post = (path: string, body: string, type: string, headers: Record<string, string> = {}) =>
    appWith(OPEN).request(path, {
      method: 'POST',
      body,
      headers: { ...HOST, 'content-type': type, ...headers },
    })
  const FORM = 'application/x-www-form-urlencoded'
  const wish = { action: 'undo', id: 'c9', by: 'Ana', reason: 'a slip' }

  it.each<[string, object, RegExp]>([
    ['no reason', { ...wish, reason: ' ' }, /reason/],
    ['no name', { ...wish, by: undefined }, /by/],
    ['an action that is none', { ...wish, action: 'paint' }, /action/],
    ['a field that is none', { ...wish, action: 'value', field: 'colour', value: 'red' }, /field/],
    ['an entry that is not there', wish, /no correction c9/],
  ])('by the API with %s are refused in words', async (_, body, words) => {
    const answer = await post('/api/corrections', JSON.stringify(body), 'application/json')
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { title: string }).title).toMatch(words)
  })

  it('that cannot be made show their form again, as it was filled in, with what is wrong', async () => {
    const filled = 'action=value&field=date&value=soon&by=Mira&reason=%3Cb%3Ebold%3C%2Fb%3E'
    const answer = await post('/events/e-0000/correct', filled, FORM)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Not saved:')
    for (const value of ['soon', 'Mira', '&lt;b&gt;bold&lt;/b&gt;'])
      expect(page).toContain(`value="${value}"`)
    expect(page).not.toContain('<b>bold')
  })

  it('come from our own pages only', async () => {
    const origin = { origin: 'http://evil.example' }
    for (const path of ['/events/e-0000/correct', '/log/c1/undo', '/api/corrections'])
      expect((await post(path, 'action=reject', FORM, origin)).status, path).toBe(403)
  })

  it('are asked for with the value that stands there', async () => {
    expect(await (await get('/events/e-0000/correct?field=date')).text()).toContain('value="2025-01-03"')
    expect(await (await get('/log')).text()).toContain('Nothing has been corrected')
  })
})
