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

/**
 * A few words for people, in the words of the telling that says most: who, what it did, to whom.
 * @example summaryOf(mentions, [russia, northKorea], []) // 'Russia and North Korea: signed – mutual defense agreement'
 */
export function summaryOf(
  mentions: readonly Mention[],
  actor: readonly Entity[],
  recipient: readonly Entity[],
): string {
  const fullest = [...mentions].sort((a, b) => b.topic.length - a.topic.length)[0]!
  const first = mentions[0]!
  const what = fullest.topic.map((t) => t.text).join(', ')
  const quote = mentions.flatMap((m) => m.quote).sort((a, b) => b.length - a.length)[0]
  const act = [first.trigger.text, what && what !== first.trigger.text ? what : '']
    .filter(Boolean)
    .join(' – ')
  const to = recipient.length ? ` → ${list(named(recipient))}` : ''
  const said = first.event === 'STATEMENT' && quote ? `: “${quote}”` : `: ${act}`
  return `${list(named(actor)) || 'Unnamed'}${to}${said}`.replace(/\s+/g, ' ')
}
