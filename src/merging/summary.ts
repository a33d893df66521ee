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

/** From the trigger to the next stop: "pledged to advance military ties with Arvenia". */
function toNextStop({ trigger, text, start }: Mention): string {
  const rest = text.slice(trigger.start - start)
  const stop = rest.search(/[,;:.!?"“”]( |$)|["“]| [–—-] /)
  return cut((stop > 0 ? rest.slice(0, stop) : rest).trim(), SHORTEST)
}

function actOf(mentions: readonly Mention[]): string {
  const told = mentions.map(withTopic).find((act) => act !== null)
  if (told) return told.replace(/["“”]/g, '')
  return mentions[0]!.event === 'CONSULT' ? mentions[0]!.trigger.text : toNextStop(mentions[0]!)
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
  const quote = mentions.flatMap((m) => m.quote).sort((a, b) => b.length - a.length)[0]
  const to = recipient.length ? ` → ${list(named(recipient))}` : ''
  const note = mentions[0]!.said_by_person?.note
  const said = mentions[0]!.event === 'STATEMENT' && quote ? `“${cut(quote, LONGEST)}”` : null
  const what = note ? cut(note, LONGEST) : (said ?? actOf(mentions))
  return `${list(named(actor)) || 'Unnamed'}${to}: ${what}`.replace(/\s+/g, ' ')
}
