import { within } from '../../resolving/edtf.js'
import type { Event } from '../../types.js'
import { statesOf } from './examples.js'
import type { GoldEvent } from './gold/stories.js'

/** A gold event with the record that tells it, and what is wrong with that. */
export interface Fit {
  readonly gold: GoldEvent
  readonly event: Event | null
  readonly wrong: readonly string[]
}

const same = (a: string, codes: readonly string[]): boolean => a === [...codes].sort().join('+')

/** The numbers that the files of the reports begin with. */
const toldBy = (event: Event): number[] =>
  [...new Set(event.mentions.map(({ file }) => Number.parseInt(file, 10)))].sort((a, b) => a - b)

function hasSides(event: Event, { actor, recipient, free }: GoldEvent): boolean {
  if (free || event.event === 'CONSULT')
    return same(statesOf([...event.actor, ...event.recipient]), [...actor, ...recipient])
  return same(statesOf(event.actor), actor) && same(statesOf(event.recipient), recipient)
}

/** Found: the right type, the right states on the right sides, in words of one of the right reports. */
const isFound = (event: Event, gold: GoldEvent): boolean =>
  gold.event.includes(event.event) && hasSides(event, gold) && toldBy(event).some((n) => gold.in.includes(n))

function wrongIn(event: Event, gold: GoldEvent): string[] {
  const { date, aux, background } = gold
  const checks: [string, boolean][] = [
    ['date', date === undefined || (event.date !== null && within(event.date, date))],
    ['aux', aux === 'any' || event.aux === aux],
    ['background', background === undefined || event.background === background],
    ['reports', toldBy(event).join() === gold.in.join()],
  ]
  return checks.flatMap(([name, right]) => (right ? [] : [name]))
}

/**
 * Each gold event with one record at most and each record with one gold event, the best fits first; and what is left.
 */
export function fitted(
  rows: readonly GoldEvent[],
  events: readonly Event[],
): { fits: readonly Fit[]; extra: readonly Event[] } {
  const fits = rows.flatMap((gold) =>
    events
      .filter((event) => isFound(event, gold))
      .map((event) => ({ gold, event, wrong: wrongIn(event, gold) })),
  )
  const cost = ({ gold, wrong }: Fit) => wrong.length + (gold.optional ? 10 : 0)
  const taken = new Map<GoldEvent, Fit>()
  const used = new Set<Event>()
  for (const fit of fits.sort((a, b) => cost(a) - cost(b))) {
    if (taken.has(fit.gold) || used.has(fit.event)) continue
    taken.set(fit.gold, fit)
    used.add(fit.event)
  }
  return {
    fits: rows.map((gold) => taken.get(gold) ?? { gold, event: null, wrong: [] }),
    extra: events.filter((event) => !used.has(event)),
  }
}
