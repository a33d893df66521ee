import type { Event } from '../types.js'
import type { Direction } from './view.js'

/** Codes of the states that these belong to, sorted. */
export function statesOf(entities: Event['actor']): string[] {
  return [...new Set(entities.flatMap(({ country }) => country ?? []))].sort()
}

/**
 * How two states stand in an event in which both are; null where one of them is not.
 * @param of the state that a code counts as: a former state as its successor, others as themselves
 * @example directionOf(event, 'XAR', 'XBO') // 'there': from the first to the second
 */
export function directionOf(
  event: Pick<Event, 'actor' | 'recipient'>,
  one: string,
  other: string,
  of: (code: string) => string = (code) => code,
): Direction | null {
  const among = (side: Event['actor']) => [
    ...new Set(
      statesOf(side)
        .map(of)
        .filter((code) => code === one || code === other),
    ),
  ]
  const [acting, receiving] = [among(event.actor), among(event.recipient)]
  if (new Set([...acting, ...receiving]).size < 2) return null
  if (acting.length === 0) return 'onto'
  if (acting.length === 2) return receiving.length > 0 || event.recipient.length === 0 ? 'both' : 'joint'
  return acting[0] === one ? 'there' : 'back'
}

/** Whether it is an event between the two, and not one that both have on one side only. */
export function isBetween(direction: Direction): boolean {
  return direction === 'there' || direction === 'back' || direction === 'both'
}

/** What was planned, possible or did not happen counts nothing. */
export function tookPlace({ aux }: Pick<Event, 'aux'>): boolean {
  return aux === null || aux === 'historical'
}

/** What an event adds to the score of its month between two states; null where it counts nothing. */
export function countedScore(event: Pick<Event, 'aux' | 'score'>, direction: Direction): number | null {
  return isBetween(direction) && tookPlace(event) ? event.score : null
}
