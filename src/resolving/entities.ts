import type { Actor, Entity } from '../types.js'
import { fold } from './fold.js'
import { sounds } from './romanise.js'

const slug = (text: string): string => fold(text).replaceAll(' ', '-')

/** The state itself is its code; a person is known by state and name as it sounds; ids are readable on purpose. */
function idOf(actor: Actor): string {
  if (actor.kind === 'state') return actor.country ?? slug(actor.name)
  const home = actor.country ?? 'xxx'
  const name = actor.kind === 'person' ? sounds(actor.name).join('-') : slug(actor.name)
  return `${actor.kind}:${home.toLowerCase()}:${name}`
}

/** An actor of one report as an entity; entities of several reports are joined when records are merged. */
export function toEntity(actor: Actor): Entity {
  const office = actor.offices.find((o) => !o.former) ?? actor.offices[0]
  const title = office ? (office.former ? `former ${office.title}` : office.title) : null
  return {
    id: idOf(actor),
    name: actor.name,
    names: [...actor.names],
    kind: actor.kind,
    country: actor.country,
    office: title,
  }
}
