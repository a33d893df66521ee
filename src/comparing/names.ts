import { describes } from '../merging/described.js'
import type { ComparedField, Event, Mention } from '../types.js'
import { type Claim, claim, independent, makeField, quoted, spansOf } from './claims.js'
import { type Participant, participantsOf } from './participants.js'
import type { Telling } from './tellings.js'
import { fold, sameWord } from './words.js'

/** One field for each person, organisation or group whose name the reports spell in several ways. */
export function compareNames(event: Event, tellings: readonly Telling[]): readonly ComparedField[] {
  const all = participantsOf(event, tellings).filter((one) => one.entity.kind !== 'state')
  const keys = [...new Set(all.map((one) => one.key))]
  return keys.flatMap((key) => compareSpellings(all.filter((one) => one.key === key)))
}

function compareSpellings(one: readonly Participant[]): readonly ComparedField[] {
  const names = one.flatMap((participant) => participant.entity.names)
  const claims = one.flatMap((participant) => spellingsOf(participant, names))
  const spellings = new Set(claims.map((each) => each.key))
  if (spellings.size < 2 || !independent(claims)) return []
  return [makeField('name', 'agree', 'spelling', claims)]
}

/** The spellings one report uses, without those that are a part of a longer one anywhere. */
function spellingsOf(participant: Participant, names: readonly string[]): readonly Claim[] {
  const { telling, mention, entity } = participant
  const full = entity.names.filter(
    (name) => !describes(name) && !names.some((other) => isShortFor(name, other)),
  )
  const once = full.filter((name, i) => full.findIndex((other) => fold(other) === fold(name)) === i)
  return once.map((name) => claim(telling, fold(name), name, whereNamed(telling, mention, name)))
}

/** A name may be given in full in another sentence than the one that tells the event. */
function whereNamed(telling: Telling, mention: Mention, name: string): Claim['spans'] {
  const here = spansOf(telling, mention, name)
  const at = telling.report.text.indexOf(name)
  return here.length > 0 || at < 0 ? here : [quoted(telling, at, at + name.length)]
}

function isShortFor(name: string, other: string): boolean {
  const [short, long] = [fold(name).split(' '), fold(other).split(' ')]
  return short.length < long.length && short.every((word) => long.some((other) => sameWord(word, other)))
}
