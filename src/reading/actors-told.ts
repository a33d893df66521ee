import type { Name, Reason, Token } from '../types.js'
import type { Stage } from './actors-found.js'
import type { Person } from './actors-persons.js'
import { holderOf } from './holders.js'
import type { Scan } from './names-scan.js'

/** A state and why it is a person's. */
export interface Belonging {
  readonly country: string | null
  readonly reason: Reason
}

const scanOf = (stage: Stage, sentence: number): Scan => stage.finds.scans[sentence]!

/** Words between a state and a name: a few of a title, no plural and nothing that breaks the phrase. */
const REACH = 5
const isOfTitle = (token: Token): boolean =>
  /^(NOUN|ADJ|PROPN)$/.test(token.upos) && !/S$/.test(token.xpos) && /\p{L}/u.test(token.form)

/** The state that stands right before a name or its title: "Corvian activist Ana Rell", "Corvia's Ana Rell". */
function stateBefore(name: Name, scan: Scan): { country: string; phrase: string } | null {
  for (let i = name.from - 1; i >= Math.max(0, name.from - REACH); i--) {
    const mark = scan.markAt[i]
    const token = scan.sentence.tokens[i]!
    if (mark?.entry.country && ['demonym', 'people', 'state'].includes(mark.entry.kind))
      return { country: mark.entry.country, phrase: mark.entry.phrase }
    if (mark || !(isOfTitle(token) || (token.xpos === 'POS' && scan.markAt[i - 1]))) return null
  }
  return null
}

/**
 * "Corvian activist Ana Rell", "Corvia's Security Director Ana Rell": a state before the name, with a title between.
 */
export function byDemonym(person: Person, stage: Stage): Belonging | null {
  for (const name of person.names) {
    const found = stateBefore(name, scanOf(stage, name.sentence))
    if (found)
      return {
        country: found.country,
        reason: { rule: 'demonym-before-name', words: `${found.phrase} … ${name.text}` },
      }
  }
  return null
}

/** "King Anselm of Dremland": the state right behind the name. */
export function byState(person: Person, stage: Stage): Belonging | null {
  for (const name of person.names) {
    const scan = scanOf(stage, name.sentence)
    const mark = scan.sentence.tokens[name.to]?.lemma === 'of' ? scan.markAt[name.to + 1] : undefined
    if (mark?.entry.kind === 'state' && mark.entry.country)
      return {
        country: mark.entry.country,
        reason: { rule: 'state-after-name', words: `${name.text} of ${mark.entry.phrase}` },
      }
  }
  return null
}

/** "(R-Utah)", ", D-Calif.,": party and seat, as members of the Congress of the United States are labelled. */
const SEAT = /^\s?[(,]\s?([RDI]-\p{Lu}[\p{L}.]{1,8})/u

export function bySeatLabel(person: Person, stage: Stage): Belonging | null {
  for (const name of person.names) {
    const label = SEAT.exec(stage.text.slice(name.end, name.end + 16))
    if (label) return { country: 'USA', reason: { rule: 'seat-label', words: `${name.text} ${label[1]}` } }
  }
  return null
}

/** A name that the codebook's tables know as an office-holder's at the time; the text itself says no state. */
export function byRecord(person: Person, stage: Stage): Belonging | null {
  const named = new Set(stage.finds.scans.flatMap((s) => s.marks.flatMap((m) => m.entry.country ?? [])))
  const holder = holderOf(person.full, stage.year, named, stage.lexicon.holders)
  if (!holder) return null
  const term = `${holder.from ?? ''}–${holder.to ?? ''}`
  return {
    country: holder.country,
    reason: {
      rule: 'office-holder',
      words: person.full,
      note: `${holder.names[0]}, ${holder.office || 'in office'} ${term} (${holder.source})`,
    },
  }
}
