import type { Event } from '../../../types.js'
import { gapBetween, timelineOf } from '../../render/months.js'
import { dateWords, type StateNames } from '../../render/words.js'
import { EventLine } from '../parts/event-list.js'
import { Empty } from '../parts/layout.js'
import type { Reported } from '../reported.js'

interface TimelineProps {
  readonly events: readonly Event[]
  /** What a stretch without events means. */
  readonly silence: string
  readonly names: StateNames
  readonly reported: Reported
}

/** Events by month, the latest first, with the stretches in between of which no report was read. */
export function Timeline({ events, silence, names, reported }: TimelineProps) {
  if (events.length === 0)
    return (
      <Empty title="No event between the two in the reports read.">
        That no report tells of one does not mean that there was none; try another time or kind.
      </Empty>
    )
  const { stretches, long, undated } = timelineOf(events)
  const latest = stretches.toReversed()
  const group = (title: string, list: readonly Event[]) =>
    list.length > 0 && (
      <>
        <h2>{title}</h2>
        <ol class="events" data-list>
          {list.toReversed().map((event) => (
            <EventLine event={event} names={names} reported={reported} />
          ))}
        </ol>
      </>
    )
  return (
    <div class="timeline">
      {latest.map((stretch, i) => {
        const gap = i > 0 && gapBetween(stretch, latest[i - 1]!)
        return (
          <>
            {gap && (
              <p class="gap">
                {gap}: {silence}
              </p>
            )}
            {group(
              stretch.when.length === 4 ? `${stretch.when}, month not known` : dateWords(stretch.when),
              stretch.events,
            )}
          </>
        )
      })}
      {group('Over years, or dated no more exactly', long)}
      {group('No date given', undated)}
    </div>
  )
}
