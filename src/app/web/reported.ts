import { daysOf } from '../../store/index.js'
import type { RecordView } from '../../store/view.js'
import type { Event } from '../../types.js'

/** When the reports of an event were published first, by the event's id. */
export type Reported = ReadonlyMap<string, string>

/** For events without a date: it is no date of theirs, and all that can be said of when they were. */
export async function reportedDays(view: RecordView, events: readonly Event[]): Promise<Reported> {
  const undated = events.filter(({ date }) => date === null)
  const reports = undated.flatMap(({ mentions }) => mentions.map(({ report }) => report))
  const lines = await view.reportLines([...new Set(reports)])
  return new Map(
    undated.flatMap(({ id, mentions }): [string, string][] => {
      const days = mentions.flatMap(({ report }) => lines.get(report)?.published ?? [])
      const first = days.sort((a, b) => ((daysOf(a).first ?? '') < (daysOf(b).first ?? '') ? -1 : 1))[0]
      return first ? [[id, first.slice(0, 10)]] : []
    }),
  )
}
