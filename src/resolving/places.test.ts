import { describe, expect, it } from 'vitest'
import type { Name } from '../types.js'
import { buildGazetteer, type City, resolvePlace } from './places.js'

const city = (id: number, name: string, country: string, population: number, capital = false): City => ({
  id,
  name,
  country,
  population,
  capital,
  lat: id,
  lon: -id,
})
const gazetteer = buildGazetteer([
  city(1, 'Tesk', 'XAR', 900_000, true),
  city(2, 'Maros', 'XCV', 400_000, true),
  city(3, 'Maros', 'XDR', 70_000),
  city(4, 'Lune', 'XBO', 60_000),
  city(5, 'Lune', 'XCV', 50_000),
  city(6, 'Osté', 'XDR', 80_000),
  city(7, 'Ford', 'XDR', 9_000),
  city(8, 'Ford', 'XDR', 8_000),
])
const name = (text: string, kind: Name['kind'], country: string | null = null): Name => ({
  text,
  kind,
  country,
  office: null,
  reason: { rule: '', words: '' },
  start: 0,
  end: text.length,
  sentence: 0,
  from: 0,
  to: 1,
  head: 0,
})
const place = (n: Name, ...likely: string[]) => resolvePlace(n, likely, gazetteer)

describe('a name of a place', () => {
  it.each<[string, Name, string[], object]>([
    [
      'a seat lies in its capital',
      name('the White Hall', 'seat', 'XAR'),
      [],
      { name: 'White Hall', country: 'XAR', geonames: 1, precision: 'building' },
    ],
    [
      'a seat of an unknown capital',
      name('Amber Palace', 'seat', 'XBO'),
      [],
      { country: 'XBO', lat: null, geonames: null, precision: 'building' },
    ],
    ['a capital', name('Tesk', 'capital', 'XAR'), [], { geonames: 1, lat: 1, lon: -1, precision: 'city' }],
    [
      'a capital that the gazetteer lacks',
      name('Kettin', 'capital', 'XBO'),
      [],
      { country: 'XBO', lat: null, precision: 'city' },
    ],
    ['a capital with namesakes', name('Maros', 'capital', 'XCV'), ['XDR'], { geonames: 2 }],
    ['the far larger of namesakes', name('Maros', 'place'), [], { geonames: 2, country: 'XCV' }],
    [
      'the namesake in a state that is spoken of',
      name('Maros', 'place'),
      ['XDR'],
      { geonames: 3, country: 'XDR' },
    ],
    ['accents make no difference', name('Oste', 'place'), [], { geonames: 6, name: 'Oste' }],
    [
      'a state is no city',
      name('Arvenia', 'state', 'XAR'),
      [],
      { country: 'XAR', lat: null, precision: 'country' },
    ],
  ])('%s', (_, n, likely, expected) => expect(place(n, ...likely)).toMatchObject(expected))

  it.each<[string, Name]>([
    ['with a namesake nearly as large', name('Lune', 'place')],
    ['that the gazetteer lacks', name('Ninehills', 'place')],
  ])('%s keeps its words and gets nothing else', (_, n) =>
    expect(place(n)).toEqual({
      name: n.text,
      country: null,
      lat: null,
      lon: null,
      geonames: null,
      precision: 'unknown',
    }),
  )

  // Of two namesakes in one state the larger is taken, however small the difference: the coordinates are a guess.
  it.fails('with a namesake in the same state has no coordinates', () =>
    expect(place(name('Ford', 'place'))).toMatchObject({ country: 'XDR', lat: null, geonames: null }))
})
