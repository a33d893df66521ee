import type { Entity, Mention } from '../types.js'

const shortName = (e: Entity): string => e.name

function list(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Persons stand for their states where both are named. */
function named(entities: readonly Entity[]): string[] {
  const covered = new Set(entities.filter((e) => e.kind === 'person').map((e) => e.country))
  const kept = entities.filter((e) => e.kind !== 'state' || !covered.has(e.country))
  return [...new Set((kept.length ? kept : entities).map(shortName))]
}

/** Longer stretches of a sentence are no summary. */
const LONGEST = 80
const SHORTEST = 48

/** Cut at the last whole word. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`

/** From the trigger to the end of what was done, as the text has it: "signed a strategic partnership agreement". */
function withTopic({ trigger, topic, text, start }: Mention): string | null {
  if (!topic.length) return null
  const from = Math.min(trigger.start, ...topic.map((t) => t.start))
  const to = Math.max(trigger.end, ...topic.map((t) => t.end))
  return to - from <= LONGEST && from >= start ? text.slice(from - start, to - start) : null
}

/** "Mr.", "U.S.", "Gen.": a point behind so short a word ends no sentence. */
const STOP = /[,;:!?](?=["“”]?(?:\s|$))|(?<=[\p{L}\p{N}]{4})\.(?=["“”]?(?:\s|$))| [–—-] /u

/** From the trigger to the next stop: "pledged to advance military ties with Arvenia". */
function toNextStop({ trigger, text, start }: Mention): string {
  const rest = text.slice(trigger.start - start)
  const stop = rest.search(STOP)
  return cut((stop > 0 ? rest.slice(0, stop) : rest).trim(), SHORTEST)
}

/** "the meeting" tells an act without saying that it took place. */
const isNoun = ({ trigger, topic }: Mention): boolean =>
  topic.some(({ start, end }) => start <= trigger.start && trigger.end <= end)

/** How many reports tell it by this word. */
const reportsSaying = (lemma: string, mentions: readonly Mention[]): number =>
  new Set(mentions.filter(({ trigger }) => trigger.lemma === lemma).map(({ report }) => report)).size

/** The telling whose words stand for all: by a verb, by the one that most reports use, with what was done. */
function typical(mentions: readonly Mention[]): Mention {
  const rank = (m: Mention) => [
    Number(isNoun(m)),
    -reportsSaying(m.trigger.lemma, mentions),
    Number(m.event !== 'CONSULT' && withTopic(m) === null),
  ]
  const ranked = mentions.map((m) => ({ m, rank: rank(m) }))
  return ranked.reduce((best, next) => (isBefore(next.rank, best.rank) ? next : best)).m
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((x, i) => x !== b[i])
  return at >= 0 && a[at]! < b[at]!
}

function actOf(mentions: readonly Mention[]): string {
  const told = typical(mentions)
  const act = withTopic(told) ?? (told.event === 'CONSULT' ? told.trigger.text : toNextStop(told))
  return act.replace(/["“”]/g, '')
}

/** "said in an interview Sunday" tells nothing of what was said. */
const isBareSpeech = (m: Mention): boolean =>
  m.event !== 'CONSULT' && m.topic.length === 0 && toNextStop(m).split(/\s+/).length <= FEW_WORDS
const FEW_WORDS = 5

/** What is said, where that is all that there is to tell: the fullest quotation, else the sentence. */
function saidIn(mentions: readonly Mention[]): string | null {
  const isStatement = mentions[0]!.event === 'STATEMENT'
  const told = typical(mentions)
  const quote = mentions.flatMap((m) => m.quote).sort((a, b) => b.length - a.length)[0]
  if (quote && (isStatement || isBareSpeech(told))) return `“${cut(quote, LONGEST)}”`
  return isStatement && toNextStop(told) === told.trigger.text ? cut(told.text, LONGEST) : null
}

/**
 * A few words for people, in the words of a telling: who, to whom, what.
 * @example summaryOf(mentions, [arvenia, bolandia], []) // 'Arvenia and Bolandia: signed a defence agreement'
 */
export function summaryOf(
  mentions: readonly Mention[],
  actor: readonly Entity[],
  recipient: readonly Entity[],
): string {
  const to = recipient.length ? ` → ${list(named(recipient))}` : ''
  const note = mentions[0]!.said_by_person?.note
  const what = note ? cut(note, LONGEST) : (saidIn(mentions) ?? actOf(mentions))
  return `${list(named(actor)) || 'Unnamed'}${to}: ${what}`.replace(/\s+/g, ' ')
}
