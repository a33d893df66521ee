import type { Argument, CodedEvent, Evidence, Reading, Reason, Span } from '../types.js'
import type { Resolved } from './dates.js'
import { toEntity } from './entities.js'

const RULES: Readonly<Record<Argument['how'], string>> = {
  name: 'named',
  pronoun: 'pronoun',
  description: 'description',
  modifier: 'belongs to',
  implied: 'implied',
}

function roleEvidence(reading: Reading, field: string, list: readonly Argument[]): Evidence[] {
  const { text } = reading.report
  return list.map((a) => ({
    field,
    value: toEntity(reading.actors[a.actor]!).id,
    said: a.how !== 'implied',
    spans: [a.span],
    reason: { rule: RULES[a.how], words: text.slice(a.span.start, a.span.end), note: a.rule },
  }))
}

/** Which state each person or group belongs to, and why. */
function countryEvidence(reading: Reading, list: readonly Argument[]): Evidence[] {
  return list.flatMap(({ actor }) => {
    const { country, kind, name, reason, offices } = reading.actors[actor]!
    if (!country || kind === 'state') return []
    const spans = offices.filter((o) => o.country === country).map((o) => o.span)
    return [
      {
        field: 'country',
        value: `${name}: ${country}`,
        said: spans.length > 0,
        spans: spans.slice(0, 1),
        reason,
      },
    ]
  })
}

function dateEvidence(event: CodedEvent, dated: Resolved): Evidence[] {
  if (!dated.edtf) return []
  const spans = event.time ? [{ start: event.time.start, end: event.time.end }] : []
  return [{ field: 'date', value: dated.edtf, said: dated.from === 'said', spans, reason: dated.reason }]
}

function valueEvidence(reading: Reading, event: CodedEvent): Evidence[] {
  const said = (field: string, span: Span, value: string, rule: string): Evidence => ({
    field,
    value,
    said: true,
    spans: [{ start: span.start, end: span.end }],
    reason: { rule, words: value },
  })
  const { text } = reading.report
  const quotes = event.quotations.map((q) => reading.quotations[q]!.inner)
  return [
    ...(event.place ? [said('place', event.place, event.place.text, `place: ${event.place.kind}`)] : []),
    ...quotes.map((q) => said('quote', q, text.slice(q.start, q.end), 'between quotation marks')),
    ...event.numbers.map((n) => said('number', n, n.text, `counts ${n.what}`)),
    ...event.topic.map((t) => said('topic', t, text.slice(t.start, t.end), 'object of the trigger')),
  ]
}

function auxEvidence({ telling }: CodedEvent, historical: Reason | null): Evidence[] {
  const aux = telling.aux ?? (historical && 'historical')
  if (!aux) return []
  const told = { rule: `told as ${aux}`, words: telling.words }
  const reason = aux === 'historical' && historical ? historical : told
  return [{ field: 'aux', value: aux, said: false, spans: [], reason }]
}

function typeEvidence({ event, trigger, reason }: CodedEvent): Evidence {
  const { start, end } = trigger
  return { field: 'event', value: event, said: true, spans: [{ start, end }], reason }
}

/** Where a report says each value of an event, or from what it was inferred. */
export function evidenceOf(
  reading: Reading,
  event: CodedEvent,
  dated: Resolved,
  historical: Reason | null,
): Evidence[] {
  return [
    typeEvidence(event),
    ...roleEvidence(reading, 'actor', event.actor),
    ...roleEvidence(reading, 'recipient', event.recipient),
    ...countryEvidence(reading, [...event.actor, ...event.recipient]),
    ...dateEvidence(event, dated),
    ...valueEvidence(reading, event),
    ...auxEvidence(event, historical),
  ]
}
