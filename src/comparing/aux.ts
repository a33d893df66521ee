import { days } from '../resolving/edtf.js'
import type { ComparedField, Mention } from '../types.js'
import { type Claim, claim, compareClaims, makeField, quoted, type Relation } from './claims.js'
import { plannedAct } from './plans.js'
import { publishedAfter } from './published.js'
import type { Telling } from './tellings.js'

type Standing = 'done' | 'planned' | 'denied' | 'did not happen'
const CERTAIN: readonly Standing[] = ['done', 'did not happen', 'denied', 'planned']

type Stood = Claim & { readonly mention: Mention }

/**
 * Whether it took place: done and denied is a contradiction; done and planned only where a report still awaits what
 * another says is past.
 * @param plans tellings of the events that announced it
 */
export function compareAux(
  tellings: readonly Telling[],
  plans: readonly Telling[] = [],
): readonly ComparedField[] {
  const all = [...tellings, ...plans].map(standingOf)
  const mentionOf = new Map(all.map((one) => [one as Claim, one.mention]))
  const fields = compareClaims('aux', all, (a, b) =>
    relateStandings(a, mentionOf.get(a)!, b, mentionOf.get(b)!),
  )
  return fields.filter((field) => field.values.length > 1)
}

/** The day that was planned and the day on which it took place, where they are not the same. */
export function comparePlannedDates(
  tellings: readonly Telling[],
  plans: readonly Telling[],
): readonly ComparedField[] {
  const [held, due] = [tellings, plans].map((list) => list.flatMap(dayOf))
  const moved = due!.filter((plan) => held!.length > 0 && held!.every((done) => done.value !== plan.value))
  return moved.length > 0 ? [makeField('date', 'single', 'update', [...moved, ...held!])] : []
}

function dayOf(telling: Telling): readonly Claim[] {
  const mention = telling.mentions.find(({ date }) => date !== null && days(date)?.[0] === days(date)?.[1])
  if (!mention?.date || mention.date_text === null) return []
  const at = mention.text.indexOf(mention.date_text)
  const span = quoted(telling, mention.start + at, mention.start + at + mention.date_text.length)
  return [claim(telling, mention.date, mention.date, at < 0 ? [] : [span])]
}

/** How a report has it; a report that tells it as done somewhere tells it as done. */
function standingOf(telling: Telling): Stood {
  const [mention] = [...telling.mentions].sort((a, b) => certainty(a) - certainty(b))
  const { trigger } = mention!
  const value = standing(mention!)
  return { ...claim(telling, value, value, [quoted(telling, trigger.start, trigger.end)]), mention: mention! }
}

function certainty(mention: Mention): number {
  return CERTAIN.indexOf(standing(mention))
}

function standing(mention: Mention): Standing {
  if (mention.aux === 'negation') return 'did not happen'
  if (mention.denied_by.length > 0) return 'denied'
  return mention.aux === 'hypothetical' || plannedAct(mention) ? 'planned' : 'done'
}

function relateStandings(a: Claim, one: Mention, b: Claim, other: Mention): Relation {
  if (a.key === b.key || (isUndone(a) && isUndone(b))) return 'same'
  const [planned, settled] = a.key === 'planned' ? [a, b] : [b, a]
  if (planned.key !== 'planned') return 'conflict'
  if (publishedAfter(settled.telling, planned.telling)) return 'update'
  const [plan, fact] = a.key === 'planned' ? [one, other] : [other, one]
  const told = publishedAfter(planned.telling, settled.telling)
  return awaits(plan, fact, told) ? 'conflict' : 'apart'
}

/** Who says that it did not happen and who says that it is denied do not contradict each other. */
const isUndone = ({ key }: Claim): boolean => key === 'denied' || key === 'did not happen'

/**
 * The plan is for a day after that on which it is said to have taken place. Where a day is missing, what is still to
 * come in one report and past in another of the same day may have come in between.
 * @param told whether the plan was told after what is said to have taken place
 */
function awaits(plan: Mention, fact: Mention, told: boolean): boolean {
  const [due, held] = [plan.date ? days(plan.date) : null, fact.date ? days(fact.date) : null]
  return due === null || held === null ? plan.aux === 'future' && told : due[0] > held[1]
}
