import { undoingOf } from '../../correcting/index.js'
import { isRejected } from '../../records.js'
import type { Found, NewEntry, Store } from '../../store/index.js'
import type { CorrectedField, Entity, Event, LogEntry } from '../../types.js'
import { CorrectionError, type CorrectionRequest, type Signed } from './request.js'
import { type Known as KnownValues, readValue } from './values.js'

/** What making an entry needs to know. */
export interface Known extends KnownValues {
  readonly store: Pick<Store, 'find' | 'named' | 'namings' | 'log'>
}

type Of<A extends CorrectionRequest['action']> = Extract<CorrectionRequest, { action: A }>
type Body = Omit<NewEntry, keyof Signed>

const BLANK = { field: null, machine: null, value: null, undoes: null } as const

/**
 * The entry of the log that a person's wish comes to.
 * @throws CorrectionError when an id is not there, or it would change nothing
 */
export async function entryFor(request: CorrectionRequest, signed: Signed, known: Known): Promise<NewEntry> {
  const { by, at, reason } = signed
  return { ...(await bodyOf(request, known)), by, at, reason }
}

function bodyOf(request: CorrectionRequest, known: Known): Promise<Body> {
  if (request.action === 'value') return changed(request, known)
  if (request.action === 'reject') return rejected(request, known)
  if (request.action === 'split') return split(request, known)
  if (request.action === 'name') return named(request, known)
  if (request.action === 'undo') return undone(request, known)
  return several(request, known)
}

async function changed({ id, field, value: text }: Of<'value'>, known: Known): Promise<Body> {
  const event = await eventOf(id, known)
  const value = await readValue(field, text, event, known)
  if (JSON.stringify(value) === JSON.stringify(event[field]))
    throw new CorrectionError(`its ${field} is ${text} already`, 'give another value')
  return { ...BLANK, ...ofEvent('value', event), field, machine: machineOf(event, field), value }
}

async function rejected({ id, field }: Of<'reject'>, known: Known): Promise<Body> {
  const event = await eventOf(id, known)
  if (field === null) {
    if (isRejected(event))
      throw new CorrectionError(`${event.id} is rejected already`, 'rapport log shows by whom')
    return { ...BLANK, ...ofEvent('reject', event) }
  }
  if (field === 'event')
    throw new CorrectionError('an event has some type', 'give another type, or reject the whole event')
  const machine = event[field]
  if (machine === null || (Array.isArray(machine) && machine.length === 0))
    throw new CorrectionError(`it has no ${field}`, 'rapport explain shows what it has')
  return { ...BLANK, ...ofEvent('reject', event), field, machine: machineOf(event, field) }
}

/** What the machine has, though a person may have changed it since. */
function machineOf(event: Event, field: CorrectedField): LogEntry['machine'] {
  return event.corrections.find((one) => one.field === field)?.machine ?? event[field]
}

function ofEvent(action: LogEntry['action'], event: Event) {
  return { action, of: 'event' as const, targets: [event.id], sides: [mentionsOf(event)] }
}

const mentionsOf = (event: Event): string[] => event.mentions.map(({ id }) => id).sort()

/** Two or more that are one, or that are not. */
async function several({ action, ids }: Of<'merge'> | Of<'not-same'>, known: Known): Promise<Body> {
  const things = await Promise.all(ids.map((id) => thingOf(id, known)))
  const targets = things.map(({ thing }) => thing.id)
  if (new Set(targets).size < targets.length)
    throw new CorrectionError(`${targets.join(' and ')} are one already`, 'rapport correct split parts it')
  const [{ of, thing: first }, ...others] = things as [Thing, ...Thing[]]
  if (others.some((other) => other.of !== of || kindOf(other.thing) !== kindOf(first)))
    throw new CorrectionError('these are of different kinds', 'give events, or persons, or organisations')
  return { ...BLANK, action, of, targets, sides: things.map(({ parts }) => [...parts]) }
}

interface Thing {
  readonly of: LogEntry['of']
  readonly thing: Event | Entity
  readonly parts: readonly string[]
}

const kindOf = (thing: Event | Entity): string => ('names' in thing ? thing.kind : 'event')

async function thingOf(id: string, known: Known): Promise<Thing> {
  const found = await lookUp(id, known)
  if (found.kind === 'event') return { of: 'event', thing: found.event, parts: mentionsOf(found.event) }
  if (found.kind === 'entity')
    return { of: 'entity', thing: found.entity, parts: await namingsOf(found.entity, known) }
  throw new CorrectionError(
    `${id} is a ${found.kind}`,
    'give the id of an event, a person or an organisation',
  )
}

async function namingsOf(entity: Entity, { store }: Known): Promise<string[]> {
  if (entity.kind === 'state')
    throw new CorrectionError(
      `${entity.name} is a state, known by its code`,
      'persons and organisations can be corrected',
    )
  return (await store.namings(entity.id)).map(({ id }) => id)
}

async function split({ id, parts }: Of<'split'>, known: Known): Promise<Body> {
  const { of, thing, parts: all } = await thingOf(id, known)
  const taken = [...new Set(await takenOf(thing, parts, known))].sort()
  const rest = all.filter((one) => !taken.includes(one))
  if (rest.length === 0) throw new CorrectionError('that is all of it', 'name only what is another one')
  return { ...BLANK, action: 'split', of, targets: [thing.id], sides: [taken, rest] }
}

async function takenOf(thing: Event | Entity, parts: readonly string[], { store }: Known): Promise<string[]> {
  const named = 'names' in thing ? await store.namings(thing.id) : thing.mentions
  return parts.flatMap((part) => {
    const found = named.filter((one) => isMeant(one, part))
    if (found.length > 0) return found.map(({ id }) => id)
    const hint = `it has ${named.map((one) => ('name' in one ? one.name : one.id)).join(', ')}`
    throw new CorrectionError(`${part} is no part of ${thing.id}`, hint)
  })
}

/** By the beginning of an id, of mention or report; an entity by any name that reports give it. */
function isMeant(one: Event['mentions'][number] | Entity, part: string): boolean {
  if ('name' in one) return one.id === part || [one.name, ...one.names].includes(part)
  return part.length >= 4 && (one.id.startsWith(part) || one.report.startsWith(part))
}

async function named({ id, name }: Of<'name'>, known: Known): Promise<Body> {
  const { of, thing, parts } = await thingOf(id, known)
  if (!('names' in thing))
    throw new CorrectionError(`${id} is an event`, 'a name is pinned on a person or organisation')
  if (thing.name === name) throw new CorrectionError(`it is called ${name} already`, 'give another name')
  return {
    ...BLANK,
    action: 'name',
    of,
    targets: [thing.id],
    sides: [[...parts]],
    machine: thing.name,
    value: name,
  }
}

async function undone({ id }: Of<'undo'>, { store }: Known): Promise<Body> {
  const log = await store.log()
  const entry = log.find((one) => one.id === id)
  if (!entry) throw new CorrectionError(`there is no correction ${id}`, 'rapport log lists them')
  const before = undoingOf(log, id)
  if (before)
    throw new CorrectionError(`${id} is undone already, by ${before.id}`, `undo ${before.id} to have it back`)
  const { of, targets, sides, field } = entry
  return { ...BLANK, action: 'undo', of, targets, sides, field, undoes: id }
}

async function eventOf(id: string, known: Known): Promise<Event> {
  const found = await lookUp(id, known)
  if (found.kind === 'event') return found.event
  throw new CorrectionError(`${id} is a ${found.kind}`, 'give the id of an event; rapport events lists them')
}

/** What an id stands for; a mention stands for its event, and an id that was given up for its one heir. */
async function lookUp(id: string, { store }: Known): Promise<Exclude<Found, { kind: 'past' | 'mention' }>> {
  let found = await store.find(id)
  if (found?.kind === 'past' && found.past.targets.length === 1)
    found = await store.find(found.past.targets[0]!)
  if (found?.kind === 'mention') found = found.event === null ? null : await store.find(found.event)
  if (found && found.kind !== 'past' && found.kind !== 'mention') return found
  const named = found ? [] : await store.named(id)
  if (named.length === 1) return { kind: 'entity', entity: named[0]! }
  const heirs = found?.kind === 'past' ? found.past.targets : []
  const several = named.length > 1 ? `several go by it: ${named.map((one) => one.id).join(', ')}` : null
  const hint = heirs.length > 0 ? `it was split into ${heirs.join(', ')}` : 'rapport events lists ids'
  throw new CorrectionError(`there is nothing with the id ${id} in the record`, several ?? hint)
}
