import type { Context } from 'hono'
import { Control, Standing } from '../../../records.js'
import type { Facet, FacetCount, FacetFilter, RecordView } from '../../../store/view.js'
import { safe } from '../../render/index.js'
import { namesFrom, type StateNames } from '../../render/words.js'
import { withQuery } from '../links.js'

/** What a reader chose from, in the lists of stories and reports. */
export interface ListChoice {
  readonly filter: FacetFilter
  readonly options: Readonly<Record<Facet, readonly FacetCount[]>>
  readonly names: StateNames
}

const FACETS: readonly Facet[] = ['outlet', 'country', 'control', 'standing', 'state']
/** Of the values of a facet the most frequent are offered. */
const MOST = 200
const DAY = /^\d{4}(-\d\d(-\d\d)?)?$/

/** The filter in an address; what is no date, or no value of a closed list, is left out. */
export function facetFilter(context: Context): FacetFilter {
  const query = (name: string) => context.req.query(name)?.trim() || undefined
  const day = (name: string) => (DAY.test(query(name) ?? '') ? query(name) : undefined)
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
  const plain = (value: string) => safe(value)
  return (
    <form class="filters list-filters" action={path} aria-label="Which are listed">
      <label class="grow">
        Words <input name="words" type="search" value={filter.words ?? ''} placeholder="in title or text" />
      </label>
      <Facets name="outlet" label="Outlet" counts={options.outlet} chosen={filter.outlet} words={plain} />
      <Facets
        name="country"
        label="Outlet’s country"
        counts={options.country}
        chosen={filter.country}
        words={names}
      />
      <Facets name="control" label="Control" counts={options.control} chosen={filter.control} words={plain} />
      <Facets
        name="standing"
        label="Standing"
        counts={options.standing}
        chosen={filter.standing}
        words={plain}
      />
      <Facets name="state" label="State told of" counts={options.state} chosen={filter.state} words={names} />
      <label>
        From{' '}
        <input name="since" value={filter.since ?? ''} size={10} placeholder="2025-10" pattern={PATTERN} />
      </label>
      <label>
        To{' '}
        <input name="until" value={filter.until ?? ''} size={10} placeholder="2025-10-27" pattern={PATTERN} />
      </label>
      <button type="submit">Show</button>
      {listAddress(path, filter) !== path && <a href={path}>Show all</a>}
    </form>
  )
}

const PATTERN = '\\d{4}(-\\d\\d(-\\d\\d)?)?'

interface FacetsProps {
  readonly name: Facet
  readonly label: string
  readonly counts: readonly FacetCount[]
  readonly chosen: string | undefined
  readonly words: (value: string) => string
}

/** The values of one facet; nothing where there is none to choose. */
function Facets({ name, label, counts, chosen, words }: FacetsProps) {
  if (counts.length === 0) return null
  const listed = counts.map((one) => ({ ...one, words: words(one.value) }))
  return (
    <label>
      {label}{' '}
      <select name={name}>
        <option value="">any</option>
        {listed
          .sort((a, b) => a.words.localeCompare(b.words, 'en'))
          .map((one) => (
            <option value={one.value} selected={one.value === chosen}>
              {one.words} ({one.reports})
            </option>
          ))}
      </select>
    </label>
  )
}
