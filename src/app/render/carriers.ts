import type { Comparison } from '../../types.js'
import { namesFrom, type StateNames } from './words.js'

type ComparedReport = Comparison['reports'][number]

/** The reports whose outlets are of one country and one kind of control, and what they carry of a story. */
interface Carrier {
  /** Null where the outlets are not known. */
  readonly country: string | null
  readonly control: ComparedReport['outlet_control']
  readonly reports: readonly ComparedReport[]
  /** Positions of the points that at least one of them tells. */
  readonly carried: ReadonlySet<number>
}

const keyOf = ({ outlet_country, outlet_control }: ComparedReport): string =>
  outlet_country === null ? '~' : `${outlet_country} ${outlet_control}`

/**
 * Who carries what of a story, by country and control of the outlets, the unknown last: what one side's state media
 * carry and the other's do not. Empty where no outlet is known.
 * @example carriersOf(comparison).map(({ country, carried }) => [country, carried.size]) // [['XAR', 3], ['XBO', 1]]
 */
export function carriersOf({ reports, points }: Comparison): Carrier[] {
  if (reports.every(({ outlet_country }) => outlet_country === null)) return []
  const keys = [...new Set(reports.map(keyOf))].sort()
  return keys.map((key) => {
    const here = reports.filter((report) => keyOf(report) === key)
    const ids = new Set(here.map(({ id }) => id))
    const carried = points.flatMap((point, at) => (point.in.some((id) => ids.has(id)) ? [at] : []))
    const { outlet_country: country, outlet_control: control } = here[0]!
    return { country, control, reports: here, carried: new Set(carried) }
  })
}

/** "Arvenia, state", or that it is not known. */
export function controlWords(country: string | null, control: string | null, names: StateNames): string {
  return country === null ? 'outlet not known' : `${names(country)}, ${control}`
}

/** "Arvenia (state), Corvia (public)": whose outlets tell an event, as far as they are known. */
export function outletsWords(cited: readonly Cited[], names: StateNames = namesFrom(new Map())): string {
  const known = cited.flatMap(({ country, control }) => (country ? [`${names(country)} (${control})`] : []))
  return [...new Set(known)].sort().join(', ')
}

interface Cited {
  readonly country: string | null
  readonly control: string | null
}
