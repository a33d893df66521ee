import type { Evidence, Mention } from '../../../types.js'
import { safe } from '../../render/index.js'
import { dateWords, typeWords } from '../../render/words.js'
import { segmentsOf } from '../story/segments.js'

/** A sentence with the words marked that its values rest on. */
export function Sentence({ mention }: { mention: Mention }) {
  const { text, start } = mention
  const spans = mention.evidence.flatMap((evidence) => evidence.spans)
  const inside = spans.map((span) => ({ start: span.start - start, end: span.end - start }))
  return (
    <q class="sentence" dir="auto">
      {segmentsOf({ start: 0, end: text.length }, inside).map((piece) => {
        const words = safe(text.slice(piece.start, piece.end))
        return piece.over.length > 0 ? <mark>{words}</mark> : words
      })}
    </q>
  )
}

/** Each value of a mention: said or inferred, from which words, by which rule. */
export function EvidenceTable({ mention }: { mention: Mention }) {
  return (
    <section class="scroll" tabindex={0} aria-label="Values and why">
      <table class="plain evidence">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            <th scope="col">Known</th>
            <th scope="col">From the words</th>
            <th scope="col">Rule</th>
          </tr>
        </thead>
        <tbody>
          {mention.evidence.map((evidence) => (
            <tr>
              <th scope="row">{safe(evidence.field)}</th>
              <td>
                <bdi>{valueWords(evidence, mention)}</bdi>
              </td>
              <td>{evidence.said ? 'said' : <em>inferred</em>}</td>
              <td dir="auto">{evidence.reason.words ? `“${safe(evidence.reason.words)}”` : '–'}</td>
              <td class="quiet">
                {safe(evidence.reason.rule)}
                {evidence.reason.note && ` (${safe(evidence.reason.note)})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Actors are kept by id and dates in EDTF; people know them by name and in words. */
function valueWords({ field, value }: Evidence, mention: Mention): string {
  if (field === 'date') return dateWords(value)
  if (field === 'event') return typeWords({ ...mention, aux: null })
  return safe([...mention.actor, ...mention.recipient].find(({ id }) => id === value)?.name ?? value)
}
