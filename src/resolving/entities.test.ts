import { describe, expect, it } from 'vitest'
import type { Actor, Office } from '../types.js'
import { toEntity } from './entities.js'
import { fold } from './fold.js'

const office = (title: string, former = false): Office => ({
  title,
  former,
  country: 'XAR',
  span: { start: 0, end: 1 },
})
const actor = (kind: Actor['kind'], name: string, given: Partial<Actor> = {}): Actor => ({
  index: 0,
  kind,
  name,
  names: [name],
  country: 'XAR',
  offices: [],
  reason: { rule: '', words: '' },
  ...given,
})

it.each<[string, Actor, string]>([
  ['a state is its code', actor('state', 'Arvenia'), 'XAR'],
  ['a state without a code is its name', actor('state', 'New Elland', { country: null }), 'new-elland'],
  ['a group', actor('group', 'Arvenian troops'), 'group:xar:arvenian-troops'],
  [
    'an organisation of no state',
    actor('organisation', 'River League', { country: null }),
    'organisation:xxx:river-league',
  ],
])('%s', (_, one, id) => expect(toEntity(one).id).toBe(id))

describe('a person', () => {
  const id = (name: string, country = 'XAR') => toEntity(actor('person', name, { country })).id

  it('is known by state and sound', () => {
    expect(id('Ola Brandt')).toMatch(/^person:xar:/)
    expect(id('Ola Brandt')).toBe(id('OLA BRANDT'))
    expect(id('José Núñez')).toBe(id('Jose Nunez'))
  })

  it.each([
    ['Ola Brandt', 'Ola Brand', 'XAR', 'XAR'],
    ['Ola Brandt', 'Ola Brandt', 'XAR', 'XBO'],
    ['Ola Brandt', 'Tor Hage', 'XAR', 'XAR'],
  ])('%s and %s of %s and %s have ids of their own', (a, b, here, there) =>
    expect(id(a, here)).not.toBe(id(b, there)),
  )

  it.each<[Office[], string | null]>([
    [[], null],
    [[office('president')], 'president'],
    [[office('president', true)], 'former president'],
    [[office('president', true), office('deputy chairman')], 'deputy chairman'],
  ])('holds the office of today: %j', (offices, title) =>
    expect(toEntity(actor('person', 'Ola Brandt', { offices })).office).toBe(title),
  )
})

it.each([
  ['São Tomé', 'sao tome'],
  ['  The “White  Hall”! ', 'the white hall'],
  ['Choe Son-hui', 'choe son hui'],
  ['МОСКВА', 'москва'],
  ['No. 12', 'no 12'],
  ['…', ''],
  ['', ''],
])('fold %j is %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(fold(folded)).toBe(folded)
})
