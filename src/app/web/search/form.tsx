import { EventType } from '../../../records.js'
import type { FacetCount } from '../../../store/view.js'
import { safe } from '../../render/index.js'
import { type StateNames, typeWords } from '../../render/words.js'
import { DayField, Facets } from '../parts/list-filters.js'
import { Select } from '../parts/select.js'
import { isFiltered, type SearchQuery } from './query.js'

/** What can be chosen in this record. */
export interface Choices {
  readonly states: readonly FacetCount[]
  readonly outlets: readonly FacetCount[]
  readonly names: StateNames
}

const SCOPES = [
  [undefined, 'Everything'],
  ['names', 'Names'],
  ['reports', 'Reports'],
  ['events', 'Events'],
  ['statements', 'Statements'],
] as const

const TOLD = [
  ['news', 'as news'],
  ['background', 'as background'],
] as const

/** Words, and what they are filtered by; it works without a script, and its address can be passed on. */
export function SearchForm({ query, choices }: { query: SearchQuery; choices: Choices }) {
  return (
    <form class="search-form" action="/search" data-search>
      <div class="filters">
        <label class="grow">
          <span class="hidden">Words</span>
          <input
            name="q"
            type="search"
            value={query.q}
            autocomplete="off"
            placeholder="Words, names, an id"
          />
        </label>
        <fieldset>
          <legend>In</legend>
          {SCOPES.map(([value, label]) => (
            <label class="choice">
              <input type="radio" name="in" value={value ?? ''} checked={query.in === value} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit">Search</button>
      </div>
      <details class="narrow" open={isFiltered(query)}>
        <summary>Narrow by state, date, outlet or kind</summary>
        <Fields query={query} choices={choices} />
      </details>
    </form>
  )
}

function Fields({ query, choices: { states, outlets, names } }: { query: SearchQuery; choices: Choices }) {
  return (
    <div class="filters list-filters">
      <Facets name="state" label="State" counts={states} chosen={query.state} words={names} />
      <Facets name="with" label="and state" counts={states} chosen={query.with} words={names} />
      <Facets name="outlet" label="Outlet of a report" counts={outlets} chosen={query.outlet} words={safe} />
      <Select name="type" label="Kind of event" chosen={query.type} options={TYPES} />
      <Select name="told" label="Told" chosen={query.told} options={TOLD} />
      <DayField name="since" label="From" example="2025-10" value={query.since} />
      <DayField name="until" label="To" example="2025-10-27" value={query.until} />
    </div>
  )
}

const TYPES = EventType.options.map(
  (type) => [type, typeWords({ event: type, mode: null, aux: null })] as const,
)
