import type { Entity } from '../../types.js'

/** The addresses of the pages. Ids come from reports' words, so they are encoded. */
export const href = {
  story: (id: string) => `/stories/${encodeURIComponent(id)}`,
  report: (id: string) => `/reports/${encodeURIComponent(id)}`,
  event: (id: string) => `/events/${encodeURIComponent(id)}`,
  entity: ({ kind, id, country }: Pick<Entity, 'kind' | 'id' | 'country'>) =>
    kind === 'state' && country ? href.state(country) : `/entities/${encodeURIComponent(id)}`,
  state: (code: string) => `/states/${encodeURIComponent(code)}`,
  dyad: (one: string, other: string) => `/dyads/${encodeURIComponent([one, other].sort().join('-'))}`,
  correctEvent: (id: string, field?: string) =>
    withQuery(`/events/${encodeURIComponent(id)}/correct`, { field }),
  correctEntity: (id: string) => `/entities/${encodeURIComponent(id)}/correct`,
  undo: (entry: string) => `/log/${encodeURIComponent(entry)}/undo`,
  job: (id: string) => `/jobs/${encodeURIComponent(id)}`,
}

/** An address with its query; values that are empty are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined | null>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** An address that a report gives, if it leads to a web page: javascript:, data: and other kinds are refused. */
export function outside(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
