import { createRequire } from 'node:module'
import { dot, geo, sphere, text } from '@observablehq/plot'
import countries from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import type { PlaceSum } from '../../../store/view.js'
import { safe } from '../../render/index.js'
import { counted } from '../../render/words.js'
import { type Drawing, draw } from './drawing.js'

const WIDTH = 900
const HEIGHT = 440

interface Feature {
  readonly id?: string
  readonly geometry: { readonly coordinates: readonly unknown[] }
}

type World = Parameters<typeof feature>[0]

/** States of the world at 1:110 million (Natural Earth, by the package world-atlas). */
const world = createRequire(import.meta.url)('world-atlas/countries-110m.json') as World
const states = (feature(world, world.objects.countries as never) as unknown as { features: Feature[] })
  .features

/** Where the events of a state took place: a dot for each place, its area by how many. */
export function placesMap(places: readonly PlaceSum[], country: string, label: string): Drawing {
  const numeric = countries.alpha3ToNumeric(country)
  const isHere = ({ id }: Feature) => id !== undefined && id === numeric
  return draw(label, {
    width: WIDTH,
    height: HEIGHT,
    projection: { type: 'equal-earth', domain: around(places, states.filter(isHere)), inset: 12 },
    r: { range: [0, 18] },
    marks: [
      sphere({ className: 'sphere' }),
      geo(states.filter((one) => !isHere(one)) as never, { className: 'land' }),
      geo(states.filter(isHere) as never, { className: 'land here' }),
      dot(places as PlaceSum[], {
        x: 'lon',
        y: 'lat',
        r: 'events',
        className: 'place',
        title: ({ place, events }) => `${safe(place)}: ${counted(events, 'event')}`,
      }),
      text(mostTold(places), {
        x: 'lon',
        y: 'lat',
        text: ({ place, events }) => `${safe(place)} ${events}`,
        dy: -24,
        className: 'place-name',
      }),
    ],
  })
}

/** As many as can be told apart; a name near that of a place with more events would be written over it. */
const NAMED = 8
const APART = 6

function mostTold(places: readonly PlaceSum[]): PlaceSum[] {
  const named: PlaceSum[] = []
  for (const one of places.toSorted((a, b) => b.events - a.events))
    if (named.length < NAMED && named.every((other) => isApart(one, other))) named.push(one)
  return named
}

function isApart(a: PlaceSum, b: PlaceSum): boolean {
  return Math.abs(a.lat - b.lat) > APART || Math.abs(a.lon - b.lon) > 3 * APART
}

/** Wider than this (degrees), a part of the world reads worse than the whole. */
const WIDEST = 90

/** The state with its places, so that the map is no wider than it has to be; else the world. */
function around(places: readonly PlaceSum[], here: readonly Feature[]): never {
  const corners = here.flatMap(({ geometry }) => (geometry.coordinates as number[]).flat(Infinity as 1))
  const land = corners.filter((_, i) => i % 2 === 0)
  const west = Math.min(...land, ...places.map(({ lon }) => lon))
  const east = Math.max(...land, ...places.map(({ lon }) => lon))
  if (here.length === 0 || east - west > WIDEST) return { type: 'Sphere' } as never
  const points = { type: 'MultiPoint', coordinates: places.map(({ lon, lat }) => [lon, lat]) }
  return { type: 'FeatureCollection', features: [...here, { type: 'Feature', geometry: points }] } as never
}
