import type { ComparedField, Mention, Place } from '../types.js'
import {
  type Claim,
  claim,
  compareClaims,
  evidenceFor,
  evidenceSpans,
  type Relation,
  spansOf,
} from './claims.js'
import type { Telling } from './tellings.js'
import { fold, holdsWords } from './words.js'

const FIELDS = ['event_loc', 'place']
const EXACT: readonly Place['precision'][] = ['building', 'city', 'region', 'country', 'unknown']
/** A building further off than this is another building; a town further off is not a part of the city. In km. */
const SAME_BUILDING = 2
const SAME_CITY = 20

type Placed = Claim & { readonly place: Place }

/** Where: a place within the other is more exact; two places of one precision that are far apart exclude each other. */
export function comparePlaces(tellings: readonly Telling[]): readonly ComparedField[] {
  const placed = tellings.flatMap(placeOf)
  const placeFor = new Map(placed.map((one) => [one.key, one.place]))
  return compareClaims('place', placed, (a, b) => relatePlaces(placeFor.get(a.key)!, placeFor.get(b.key)!))
}

/** The most exact place that a report gives. */
function placeOf(telling: Telling): readonly Placed[] {
  const placed = telling.mentions.filter((mention) => mention.event_loc !== null)
  const [best] = [...placed].sort((a, b) => exactness(a.event_loc!) - exactness(b.event_loc!))
  if (!best?.event_loc) return []
  const place = best.event_loc
  const spans = spansOf(telling, best, place.name)
  const found = spans.length > 0 ? spans : evidenceSpans(telling, best, FIELDS)
  return [{ ...claim(telling, keyOf(place), place.name, found, isSaid(best)), place }]
}

function exactness(place: Place): number {
  return EXACT.indexOf(place.precision)
}

function keyOf(place: Place): string {
  return `${fold(place.name)} ${place.country} ${place.geonames}`
}

function isSaid(mention: Mention): boolean {
  const evidence = evidenceFor(mention, FIELDS)
  return evidence.length === 0 || evidence.some((one) => one.said)
}

function relatePlaces(a: Place, b: Place): Relation {
  if (differ(a.country, b.country)) return a.precision === b.precision ? exclusive(a) : 'apart'
  if (fold(a.name) === fold(b.name)) return 'same'
  if (a.geonames !== null && a.geonames === b.geonames) return 'spelling'
  if (a.precision !== b.precision) return nested(a, b) ? 'precision' : 'apart'
  return relatePeers(a, b)
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

/** Regions overlap and unknown places may be anything: only cities, buildings and countries exclude one another. */
function exclusive(place: Place): Relation {
  return place.precision === 'region' || place.precision === 'unknown' ? 'apart' : 'conflict'
}

function nested(a: Place, b: Place): boolean {
  const km = distance(a, b)
  const isBuilding = a.precision === 'building' || b.precision === 'building'
  if (isBuilding && km !== null && (a.precision === 'city' || b.precision === 'city')) return km < SAME_CITY
  return a.country !== null && a.country === b.country
}

/** Two places of one precision in one country. */
function relatePeers(a: Place, b: Place): Relation {
  if (a.precision === 'country') return 'wording'
  if (holdsWords(a.name, b.name) || holdsWords(b.name, a.name)) return 'precision'
  const km = distance(a, b)
  if (a.precision === 'building') return km === null ? 'apart' : km < SAME_BUILDING ? 'wording' : exclusive(a)
  if (km !== null && km < SAME_CITY) return 'precision'
  return exclusive(a)
}

/** Great-circle distance in km (haversine), or null where a place has no coordinates. */
function distance(a: Place, b: Place): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  const [p, q] = [radians(a.lat), radians(b.lat)]
  const h = Math.sin((q - p) / 2) ** 2 + Math.cos(p) * Math.cos(q) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
