import type { Context } from 'hono'
import { Control, Standing } from '../../../records.js'
import type { Facet, FacetCount, FacetFilter, RecordView } from '../../../store/view.js'
import { safe } from '../../render/index.js'
import { namesFrom, type StateNames } from '../../render/words.js'
import { DAY, Day } from '../days.js'
import { withQuery } from '../links.js'

/** What a reader chose from, in the lists of stories and reports. */
export interface ListChoice {
  readonly filter: FacetFilter
  readonly options: Readonly<Record<Facet, readonly FacetCount[]>>
  readonly names: StateNames
}

/** In the order in which they are offered. */
const LABELS: Readonly<Record<Facet, string>> = {
  outlet: 'Outlet',
  country: 'Outlet’s country',
  control: 'Control',
  standing: 'Standing',
  state: 'State told of',
}
const FACETS = Object.keys(LABELS) as Facet[]
/** Of the values of a facet the most frequent are offered. */
const MOST = 200

/** The filter in an address; what is no date, or no value of a closed list, is left out. */
export function facetFilter(context: Context): FacetFilter {
  const query = (name: string) => context.req.query(name)?.trim() || undefined
  const day = (name: string) => Day.safeParse(query(name)).data
  return {
    outlet: query('outlet'),
    country: query('country'),
    control: Control.safeParse(query('control')).data,
    standing: Standing.safeParse(query('standing')).data,
    state: query('state'),
    since: day('since'),
    until: day('until'),
    words: query('words'),
  }
}

/** What can be chosen in this record. */
export async function listChoice(view: RecordView, filter: FacetFilter): Promise<ListChoice> {
  const counts = await Promise.all(FACETS.map((facet) => view.facets(facet, MOST)))
  const options = Object.fromEntries(FACETS.map((facet, i) => [facet, counts[i]!])) as ListChoice['options']
  const codes = [...options.country, ...options.state].map(({ value }) => value)
  return { filter, options, names: namesFrom(await view.stateNames(codes)) }
}

/** The address of a list with its filter. */
export function listAddress(path: string, filter: FacetFilter, change: Record<string, string> = {}): string {
  return withQuery(path, { ...filter, ...change })
}

/** The form over a list; it works without a script. */
export function ListFilters({ path, choice }: { path: string; choice: ListChoice }) {
  const { filter, options, names } = choice
  return (
    <form class="filters list-filters" action={path} aria-label="Which are listed">
      <label class="grow">
        Words <input name="words" type="search" value={filter.words ?? ''} placeholder="in title or text" />
      </label>
      {FACETS.map((name) => (
        <Facets
          name={name}
          label={LABELS[name]}
          counts={options[name]}
          chosen={filter[name]}
          words={name === 'country' || name === 'state' ? names : safe}
        />
      ))}
      <DayField name="since" label="From" example="2025-10" value={filter.since} />
      <DayField name="until" label="To" example="2025-10-27" value={filter.until} />
      <button type="submit">Show</button>
      {listAddress(path, filter) !== path && <a href={path}>Show all</a>}
    </form>
  )
}

interface DayFieldProps {
  readonly name: 'since' | 'until'
  readonly label: string
  readonly example: string
  readonly value: string | undefined
}

/** A field for a day, a month or a year. */
export function DayField({ name, label, example, value }: DayFieldProps) {
  return (
    <label>
      {label} <input name={name} value={value ?? ''} size={10} placeholder={example} pattern={DAY} />
    </label>
  )
}

interface FacetsProps {
  readonly name: string
  readonly label: string
  readonly counts: readonly FacetCount[]
  readonly chosen: string | undefined
  readonly words: (value: string) => string
}

/** The values of one facet; nothing where there is none to choose. What is chosen is among them, however rare it is. */
export function Facets({ name, label, counts, chosen, words }: FacetsProps) {
  const rare = chosen && counts.every(({ value }) => value !== chosen) ? [{ value: chosen, reports: 0 }] : []
  const listed = [...counts, ...rare].map((one) => ({ ...one, words: words(one.value) }))
  if (listed.length === 0) return null
  return (
    <label>
      {label}{' '}
      <select name={name}>
        <option value="">any</option>
        {listed
          .sort((a, b) => a.words.localeCompare(b.words, 'en'))
          .map((one) => (
            <option value={one.value} selected={one.value === chosen}>
              {one.reports > 0 ? `${one.words} (${one.reports})` : one.words}
            </option>
          ))}
      </select>
    </label>
  )
}
