import type { EntitySum, RecordView, ReportHit } from '../../../store/view.js'
import type { Event } from '../../../types.js'
import { filterOf, type SearchQuery, scopesOf } from './query.js'

/** What was found; statements stand apart from what was done. */
export interface Found {
  readonly names: readonly EntitySum[]
  readonly reports: readonly ReportHit[]
  readonly events: readonly Event[]
  readonly statements: readonly Event[]
}

/** At most so many of each kind of thing that can pass the filters. */
export async function find(view: RecordView, query: SearchQuery, limit: number): Promise<Found> {
  const [scopes, filter] = [scopesOf(query), filterOf(query)]
  const told = (said: boolean) => view.searchEvents(query.q, limit, { ...filter, said })
  const [names, reports, events, statements] = await Promise.all([
    scopes.has('names') ? view.searchNames(query.q, limit, filter) : [],
    scopes.has('reports') ? view.searchReports(query.q, limit, filter) : [],
    scopes.has('events') ? told(false) : [],
    scopes.has('statements') ? told(true) : [],
  ])
  return { names, reports, events, statements }
}
