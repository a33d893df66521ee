import { createHash } from 'node:crypto'
import type { Engine } from '../../rapport.js'
import { check } from '../../resolving/check.js'
import { resolvePlace } from '../../resolving/places.js'
import type { Entity, Evidence, Mention, Place } from '../../types.js'
import { type DateOrder, dateFrom } from './dates.js'
import type { Given, Refusal } from './given.js'
import { type OwnWords, ownWords } from './own-words.js'
import { type KnownNames, knownNames, partyFrom, placeNamed } from './parties.js'
import { type TypeMeant, typeFrom } from './types.js'

/** Stands for the reader in what a person recorded. */
export const BY_HAND = 'by hand'

/** What a person's words are read with. */
export interface EntryRules {
  readonly engine: Engine
  readonly names: KnownNames
  /** How dates in figures are written; null where that was not told. */
  readonly dates: DateOrder | null
}

export function entryRules(engine: Engine, dates: DateOrder | null): EntryRules {
  return { engine, names: knownNames(engine.reading.lexicon), dates }
}

/** What the values of an entry mean. */
interface Meant {
  readonly type: TypeMeant
  readonly actor: readonly Entity[]
  readonly recipient: readonly Entity[]
  readonly date: string | null
  readonly place: Place | null
}

/**
 * What a person recorded, as a mention whose text is their own words. It has passed the check that holds for every
 * record: each value stands in those words.
 * @returns the mention, or everything that is wrong with what was given
 */
export function entryFrom(given: Given, rules: EntryRules): Mention | readonly Refusal[] {
  const meant = meaningOf(given, rules)
  if (Array.isArray(meant)) return meant
  const mention = toMention(given, meant as Meant, rules)
  return check(mention, mention, rules.engine.resolving.stateWords)
}

function meaningOf(given: Given, { engine, names, dates }: EntryRules): Meant | readonly Refusal[] {
  const { codebook } = engine.coding
  const type = typeFrom(given.type, codebook, engine.reading.model)
  const actor = given.actor.map((text) => partyFrom(text, 'actor', names))
  const recipient = given.recipient.map((text) => partyFrom(text, 'recipient', names))
  const date = given.date === null ? null : dateFrom(given.date, dates)
  const refusals = [type, ...actor, ...recipient, date].filter(isRefusal)
  if (refusals.length > 0) return refusals
  const parties = { actor: actor as Entity[], recipient: recipient as Entity[] }
  const problem = partyProblem(parties.actor, parties.recipient)
  if (problem) return [problem]
  const place = placeOf(given.place, [...parties.actor, ...parties.recipient], { engine, names })
  return { type: type as TypeMeant, ...parties, date: date as string | null, place }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'problem' in value
}

function partyProblem(actor: readonly Entity[], recipient: readonly Entity[]): Refusal | null {
  const twice = actor.find(({ id }) => recipient.some((other) => other.id === id))
  if (twice)
    return {
      field: 'recipient',
      problem: `${twice.name} stands on both sides`,
      hint: 'where neither is host, all who took part are actors',
    }
  if ([...actor, ...recipient].some(({ country }) => country !== null)) return null
  return { field: 'actor', problem: 'no state is involved', hint: 'name a state on either side' }
}

function placeOf(
  text: string | null,
  parties: readonly Entity[],
  { engine, names }: Pick<EntryRules, 'engine' | 'names'>,
): Place | null {
  if (text === null) return null
  const likely = [...new Set(parties.flatMap(({ country }) => country ?? []))]
  return resolvePlace(placeNamed(text, names), likely, engine.resolving.gazetteer)
}

function toMention(given: Given, meant: Meant, { engine }: EntryRules): Mention {
  const { type, actor, recipient, date, place } = meant
  const { url, outlet, title, note, by, quote } = given
  const words = ownWords(given)
  const key = idOf(given, meant)
  const trigger = words.spanOf('event')
  return {
    id: `hm-${key}`,
    report: `h-${key}`,
    file: `by hand (${by})`,
    start: 0,
    end: words.text.length,
    text: words.text,
    event: type.event,
    mode: type.mode,
    context: [],
    aux: null,
    background: false,
    date,
    date_from: date ? 'said' : null,
    date_text: given.date,
    actor: [...actor],
    recipient: [...recipient],
    recipient_from: recipient.length > 0 ? 'said' : null,
    event_loc: place,
    quote: quote ? [quote] : [],
    stance: null,
    numbers: [],
    attribution: null,
    coder: { reader: BY_HAND, codebook: engine.made.codebook },
    trigger: { ...trigger, text: given.type, lemma: type.lemma },
    topic: [],
    claimed_by: [],
    denied_by: [],
    dating: null,
    confidence: 1,
    evidence: evidenceOf(given, meant, words),
    said_by_person: {
      entry: `h-${key}`,
      by,
      source: url || outlet || title ? { url, outlet, title } : null,
      note,
    },
  }
}

/** Every value was said by the person, in the words that stand at its span. */
function evidenceOf(given: Given, { type, actor, recipient, date }: Meant, words: OwnWords): Evidence[] {
  const said = (
    field: 'event' | 'actor' | 'recipient' | 'date' | 'place' | 'quote',
    value: string,
    position = 0,
  ) => {
    const span = words.spanOf(field, position)
    const reason = { rule: 'said by a person', words: words.text.slice(span.start, span.end) }
    return { field, value, said: true, spans: [span], reason }
  }
  const event = said('event', type.event)
  return [
    { ...event, reason: { ...event.reason, note: type.rule } },
    ...actor.map(({ id }, i) => said('actor', id, i)),
    ...recipient.map(({ id }, i) => said('recipient', id, i)),
    ...(date ? [said('date', date)] : []),
    ...(given.place ? [said('place', given.place)] : []),
    ...(given.quote ? [said('quote', given.quote)] : []),
  ]
}

/** The same for the same entry, however its values are written; it sorts behind the ids of what was read. */
function idOf(
  { quote, url, outlet, title, note, by }: Given,
  { type, actor, recipient, date, place }: Meant,
): string {
  const values = [
    [
      type.event,
      type.mode,
      actor.map(({ id }) => id),
      recipient.map(({ id }) => id),
      date,
      place?.name ?? null,
    ],
    [quote, url, outlet, title, note, by],
  ]
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 14)
}
