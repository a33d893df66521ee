import { fold } from '../resolving/fold.js'
import type { Mention, Report } from '../types.js'

const hostOf = (url: string): string | null => {
  const host = /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1]
  return host ? host.toLowerCase().replace(/^www\./, '') : null
}

/** Names by which the voices of reports are known: outlets, agencies and hosts of addresses. */
const namesOf = ({ outlet, agency, url }: Report): string[] => [
  ...[outlet, agency].flatMap((named) => (named ? fold(named.value) : [])),
  ...[url].flatMap((address) => (address && hostOf(address)) ?? []),
]

/**
 * The voice that a person's own record adds to an event: that of its source, if it names one that none of the reports
 * is from. A person's word alone is no voice, nor is a source that has been read here.
 * @example otherVoice(mention, reports) // 'by hand tesk times'
 */
export function otherVoice({ said_by_person }: Mention, reports: readonly Report[]): string | null {
  const { outlet, url } = said_by_person?.source ?? { outlet: null, url: null }
  const host = url ? hostOf(url) : null
  const names = [...(outlet ? [fold(outlet)] : []), ...(host ? [host] : [])]
  const known = new Set(reports.flatMap(namesOf))
  return names.length === 0 || names.some((name) => known.has(name)) ? null : `by hand ${names[0]}`
}
