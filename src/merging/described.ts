import type { Entity } from '../types.js'
import { sameHome, sameOffice } from './persons.js'

/** "North Korean leader" names nobody: the last word of a name has a capital. */
export const describes = (name: string): boolean => /(^|\s)\p{Ll}\S*$/u.test(name)
const isDescription = ({ kind, name }: Entity): boolean => kind === 'person' && describes(name)

/** Whether one of two is named and the other described by the same office of the same state. */
export const isDescribed = (a: Entity, b: Entity): boolean =>
  isDescription(a) !== isDescription(b) && sameHome(a, b) && sameOffice(a, b)

/** Those who are named, and of the described those whom none of the others can be. */
export const withoutDescribed = (list: readonly Entity[]): Entity[] =>
  list.filter((e) => !isDescription(e) || !list.some((other) => isDescribed(e, other)))
