import type { Entity } from '../types.js'
import { sameHome, sameOffice } from './persons.js'

/** "North Korean leader" names nobody: the last word of a name has a capital. */
export const describes = (name: string): boolean => /(^|\s)\p{Ll}\S*$/u.test(name)
const isDescription = ({ kind, name }: Entity): boolean => kind === 'person' && describes(name)

/** "forces": a group that is called by no more than what it is. */
const isBare = ({ kind, name }: Entity): boolean => kind === 'group' && !/\p{Lu}/u.test(name)

/** Whether the one is called what the other is called in part: "forces" beside "Bolandian forces". */
const isShortFor = (bare: Entity, full: Entity): boolean =>
  isBare(bare) && !isBare(full) && full.kind === 'group' && full.name.endsWith(` ${bare.name}`)

/**
 * Whether one of two is named and the other only described: by the same office of the same state, or as a group whose
 * fuller name the other is.
 */
export const isDescribed = (a: Entity, b: Entity): boolean =>
  sameHome(a, b) &&
  ((isDescription(a) !== isDescription(b) && sameOffice(a, b)) || isShortFor(a, b) || isShortFor(b, a))

/** Those who are named, and of the described those whom none of the others can be. */
export const withoutDescribed = (list: readonly Entity[]): Entity[] =>
  list.filter((e) => !(isDescription(e) || isBare(e)) || !list.some((other) => isDescribed(e, other)))
