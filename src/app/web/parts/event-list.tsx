import type { Event } from '../../../types.js'
import { outletsWords } from '../../render/carriers.js'
import { handMark, voicesWords } from '../../render/voices.js'
import { contestedWords, type StateNames, typeWords, whatWords } from '../../render/words.js'
import { href } from '../links.js'
import type { Reported } from '../reported.js'
import { Empty } from './layout.js'
import { signed, stepOf } from './matrix.js'
import { CorrectedMark, Sides, When } from './words.js'

interface EventListProps {
  readonly events: readonly Event[]
  readonly names: StateNames
  readonly reported: Reported
}

/** Events, one a line: when, who to whom, what, in how many reports; each leads to its page. */
export function EventList({ events, names, reported }: EventListProps) {
  if (events.length === 0)
    return (
      <Empty title="None in the reports read.">
        That no report tells of one does not mean that there was none.
      </Empty>
    )
  return (
    <ol class="events" data-list>
      {events.map((event) => (
        <EventLine event={event} names={names} reported={reported} />
      ))}
    </ol>
  )
}

interface EventLineProps {
  readonly event: Event
  readonly names: StateNames
  readonly reported: Reported
}

export function EventLine({ event, names, reported }: EventLineProps) {
  const first = event.date === null && reported.get(event.id)
  const outlets = outletsWords(event.cite_info, names)
  return (
    <li class={`event ${event.background ? 'background' : ''}`}>
      <p class="event-when">
        <When date={event.date} />
        {first && (
          <span class="reported">
            reported <When date={first} />
          </span>
        )}
      </p>
      <div>
        <p class="event-sides">
          <Sides event={event} names={names} />
        </p>
        <p class="what">
          <span class="kind">{typeWords(event)}</span>{' '}
          <a href={href.event(event.id)} dir="auto">
            {whatWords(event)}
          </a>
        </p>
        <p class="facts">
          <span>{voicesWords(event)}</span>
          {event.said_by_person.length > 0 && <span>{handMark(event)}</span>}
          {event.kind && <span>{event.kind}</span>}
          {outlets !== '' && <span>told in {outlets}</span>}
          {event.score !== null && (
            <span>
              <span class={`swatch ${stepOf(event.score)}`} /> {signed(event.score)}
            </span>
          )}
          {event.background && <span>background</span>}
          <CorrectedMark event={event} />
          {event.contested.length > 0 && (
            <span class="in-conflict">in dispute: {contestedWords(event.contested)}</span>
          )}
          {event.denied_by.length > 0 && <span class="in-conflict">denied</span>}
          {event.story && (
            <a class="onward" href={href.story(event.story)}>
              Story
            </a>
          )}
        </p>
      </div>
    </li>
  )
}
