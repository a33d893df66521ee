import type { Found as Item } from '../../../store/index.js'
import type { EntitySum, RecordView, ReportHit } from '../../../store/view.js'
import type { Event } from '../../../types.js'
import { filterOf, type Scope, type SearchQuery, scopesOf } from './query.js'

/** What was found; statements stand apart from what was done. */
export interface Found {
  readonly names: readonly EntitySum[]
  readonly reports: readonly ReportHit[]
  readonly events: readonly Event[]
  readonly statements: readonly Event[]
}

const NOTHING = { events: [], statements: [] }

/** An id has no spaces, and a digit or a colon that few words have. */
const ID = /^(?=.*[\d:])[\p{L}\p{N}:.-]{4,}$/u

/** What the words are the id of, or the beginning of the id of. */
export async function findById(view: RecordView, { q }: SearchQuery): Promise<Item | null> {
  return ID.test(q) ? view.find(q) : null
}

/** At most so many of each kind of thing that can pass the filters. */
export async function find(view: RecordView, query: SearchQuery, limit: number): Promise<Found> {
  const [scopes, filter] = [scopesOf(query), filterOf(query)]
  const wants = (scope: Scope): boolean => scopes.has(scope)
  const [names, reports, told] = await Promise.all([
    wants('names') ? view.searchNames(query.q, limit, filter) : [],
    wants('reports') ? view.searchReports(query.q, limit, filter) : [],
    wants('events') || wants('statements') ? view.searchEvents(query.q, limit, filter) : NOTHING,
  ])
  const { events, statements } = told
  return {
    names,
    reports,
    events: wants('events') ? events : [],
    statements: wants('statements') ? statements : [],
  }
}
