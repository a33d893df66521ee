import type { Entity, Event } from '../../../types.js'
import { correctionWords, safe } from '../../render/index.js'
import { dateWords, type StateNames, typeWords } from '../../render/words.js'
import { href } from '../links.js'

/** Put around words that differ until the text around them is escaped; no report text has them after `safe`. */
const OPEN = '\u0001'
const CLOSE = '\u0002'

export const MARKS = { mark: (text: string) => `${OPEN}${text}${CLOSE}` }

/** Text with the stretches between the marks as <mark>. */
export function Marked({ text }: { text: string }) {
  const parts = text.split(new RegExp(`[${OPEN}${CLOSE}]`))
  return <>{parts.map((part, i) => (i % 2 === 1 ? <mark>{part}</mark> : part))}</>
}

/** A party with its state, each leading to its page. */
export function Party({ entity, names }: { entity: Entity; names: StateNames }) {
  const isState = entity.kind === 'state'
  return (
    <>
      <a class="party" href={href.entity(entity)}>
        <bdi>{safe(entity.name)}</bdi>
      </a>
      {!isState && entity.country && (
        <>
          {' '}
          <span class="of">
            (<a href={href.state(entity.country)}>{names(entity.country)}</a>)
          </span>
        </>
      )}
    </>
  )
}

/** "Choe Son Hui (North Korea) → Vladimir Putin (Russia)". */
export function Sides({ event, names }: { event: Event; names: StateNames }) {
  const actors = event.actor.length > 0 ? event.actor : event.speaker ? [event.speaker] : []
  return (
    <>
      <Parties
        entities={actors}
        names={names}
        none={event.recipient.length > 0 ? 'unnamed' : 'nobody named'}
      />
      {event.recipient.length > 0 && (
        <>
          <span class="arrow"> → </span>
          <span class="hidden">to </span>
          <Parties entities={event.recipient} names={names} none="unnamed" />
        </>
      )}
    </>
  )
}

function Parties(props: { entities: readonly Entity[]; names: StateNames; none: string }) {
  const { entities, names, none } = props
  const leading = entities.filter(
    (one) =>
      one.kind !== 'state' ||
      !entities.some((other) => other.kind !== 'state' && other.country === one.country),
  )
  if (leading.length === 0) return <span class="quiet">{none}</span>
  return (
    <>
      {leading.map((entity, i) => (
        <>
          {i > 0 && (i === leading.length - 1 ? ' and ' : ', ')}
          <Party entity={entity} names={names} />
        </>
      ))}
    </>
  )
}

/** A date for people; a moment with its zone is shown in the reader's own by the client, with the original on hover. */
export function When({ date }: { date: string | null }) {
  if (date === null) return <span class="quiet">no date</span>
  const isMoment = /T\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(date)
  return isMoment ? (
    <time datetime={date} title={`as published: ${safe(date)}`}>
      {dateWords(date)}
    </time>
  ) : (
    <span class="date">{dateWords(date)}</span>
  )
}

/** What kind of thing it is, in a word or two. */
export function Kind({ event }: { event: Event }) {
  return <span class="kind">{typeWords(event)}</span>
}

/** Said where a person corrected the event: the words lead to what, by whom and why. */
export function CorrectedMark({ event }: { event: Event }) {
  if (event.corrections.length === 0) return null
  const what = event.corrections.map((one) => correctionWords(one)).join('; ')
  return (
    <a href={`${href.event(event.id)}#corrections`} title={what}>
      corrected
    </a>
  )
}

/** A report's letter within a story. */
export function Letter({ letter, title }: { letter: string; title?: string }) {
  return (
    <abbr class="letter" title={title}>
      {letter}
    </abbr>
  )
}
