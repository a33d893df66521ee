import type { Event, SaidByPerson } from '../../types.js'
import { safe } from './safe.js'
import { counted, listWords } from './words.js'

/** "2 reports of 1 origin", "2 reports" where none copies another; what no report tells says so. */
export function voicesWords({ reports, origins }: Pick<Event, 'reports' | 'origins'>): string {
  if (reports > 0)
    return counted(reports, 'report') + (origins < reports ? ` of ${counted(origins, 'origin')}` : '')
  return `no report read${origins > 0 ? `, ${counted(origins, 'other source')}` : ''}`
}

/** "recorded by hand by Ana Bel"; nothing where nobody did. */
export function handMark({ said_by_person }: Pick<Event, 'said_by_person'>): string {
  const people = [...new Set(said_by_person.map(({ by }) => safe(by)))]
  return people.length > 0 ? `recorded by hand by ${listWords(people)}` : ''
}

/** "by hand by Ana Bel, from Tesk Times: Bel hosts Lund (https://...)". */
export function byHandWords({ by, source }: SaidByPerson): string {
  const { outlet, title, url } = source ?? { outlet: null, title: null, url: null }
  const named = [outlet, title].filter((part) => part !== null).join(': ')
  const parts = [named, url && named ? `(${url})` : url].filter(Boolean).join(' ')
  return safe(`by hand by ${by}, ${parts ? `from ${parts}` : 'who names no source'}`)
}
