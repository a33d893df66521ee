import { z } from 'zod'
import { Country, EventType } from '../../../records.js'
import type { SearchFilter } from '../../../store/view.js'
import { Day } from '../days.js'
import { withQuery } from '../links.js'

/** What of the record is searched. */
export const Scope = z.enum(['names', 'reports', 'events', 'statements'])
export type Scope = z.infer<typeof Scope>

/** What a search may be asked, by the page and by the API alike; a field that is left empty asks nothing. */
export const SearchQuery = z
  .object({
    q: z.string().default(''),
    in: Scope.optional(),
    state: Country.optional(),
    with: Country.optional(),
    outlet: z.string().optional(),
    type: EventType.optional(),
    told: z.enum(['news', 'background'], 'write news or background').optional(),
    since: Day.optional(),
    until: Day.optional(),
  })
  .refine(({ since, until }) => !since || !until || since <= `${until}~`, {
    path: ['until'],
    message: 'this is before since',
  })
export type SearchQuery = z.output<typeof SearchQuery>

/** The filter as the store has it. */
export function filterOf(query: SearchQuery): SearchFilter {
  const { state, with: other, outlet, told, since, until } = query
  return {
    states: [...new Set([state, other].flatMap((code) => code ?? []))],
    outlet,
    type: query.type ?? (query.in === 'statements' ? 'STATEMENT' : undefined),
    background: told && told === 'background',
    since,
    until,
  }
}

/** Whether anything is asked beside words and where they stand. */
export function isFiltered({ q: _, in: __, ...filter }: SearchQuery): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}

/** What can pass the filters: a name has no date, a report no type, an event no outlet of its own. */
export function scopesOf(query: SearchQuery): ReadonlySet<Scope> {
  const { outlet, type, told, since, until } = query
  const ofEvents = type ?? told
  const can: Readonly<Record<Scope, boolean>> = {
    names: !(outlet || ofEvents || since || until),
    reports: !ofEvents,
    events: !outlet && type !== 'STATEMENT',
    statements: !outlet && (type ?? 'STATEMENT') === 'STATEMENT',
  }
  return new Set(Scope.options.filter((scope) => can[scope] && (query.in ?? scope) === scope))
}

/** The address of a search, with what is changed in it. */
export function searchAddress(
  query: SearchQuery,
  change: Partial<Record<keyof SearchQuery, string>>,
): string {
  return withQuery('/search', { ...query, ...change })
}
