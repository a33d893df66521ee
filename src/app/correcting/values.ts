import countries from 'i18n-iso-countries'
import { z } from 'zod'
import type { Engine } from '../../rapport.js'
import { Aux, EventType } from '../../records.js'
import { readDate } from '../../reports/dates.js'
import { days } from '../../resolving/edtf.js'
import { resolvePlace } from '../../resolving/places.js'
import type { Store } from '../../store/index.js'
import type { CorrectedField, CorrectedValue, Entity, Event, NumberSaid } from '../../types.js'
import { CorrectionError } from './request.js'

/** What reading a value needs to know. */
export interface Known {
  readonly store: Pick<Store, 'find' | 'named'>
  readonly engine: Engine
}

type Reader = (text: string, event: Event, known: Known) => CorrectedValue | Promise<CorrectedValue>

const READERS: Readonly<Record<CorrectedField, Reader>> = {
  event: (text) => choice(text.toUpperCase(), EventType.options, 'type of event'),
  mode: (text, { event }, { engine }) =>
    choice(
      text.toLowerCase(),
      [...(engine.coding.codebook.types.get(event)?.modes.keys() ?? [])],
      `mode of ${event}`,
    ),
  aux: (text) => choice(text.toLowerCase(), Aux.options, 'standing'),
  date: dateOf,
  actor: (text, _, known) => entitiesOf(text, known),
  recipient: (text, _, known) => entitiesOf(text, known),
  event_loc: (text, event, { engine }) => placeOf(text, event, engine),
  quote: (text) => text,
  numbers: numbersOf,
}

/**
 * A value as a person writes it, as the event has it.
 * @throws CorrectionError when it is none of its field, saying what would be
 * @example await readValue('date', '27 October 2025', event, known) // '2025-10-27'
 */
export async function readValue(
  field: CorrectedField,
  text: string,
  event: Event,
  known: Known,
): Promise<CorrectedValue> {
  return READERS[field](text, event, known)
}

function choice(given: string, options: readonly string[], what: string): string {
  if (options.includes(given)) return given
  throw new CorrectionError(`"${given}" is no ${what}`, `there are ${options.join(', ') || 'none'}`)
}

function dateOf(text: string): string {
  const edtf = days(text) ? text : readDate(text)
  if (edtf) return edtf
  throw new CorrectionError(`"${text}" is no date`, 'write 2025-10-27, 2025-10, 2025, 2022/.. or [..2024]')
}

function entitiesOf(text: string, known: Known): Promise<Entity[]> {
  const names = text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0)
    throw new CorrectionError('nobody is named', 'give names, ids or states; or reject the value')
  return Promise.all(names.map((name) => entityOf(name, known)))
}

/** An id, a name that one entity of the record goes by, or a state. */
async function entityOf(name: string, { store, engine }: Known): Promise<Entity> {
  const found = await store.find(name)
  if (found?.kind === 'entity') return found.entity
  const named = await store.named(name)
  if (named.length === 1) return named[0]!
  const state = stateOf(name, engine)
  if (state) return state
  const hint =
    named.length > 1 ? `give one of ${named.map(({ id }) => id).join(', ')}` : 'give its id, or a state'
  throw new CorrectionError(
    `"${name}" is ${named.length > 1 ? 'the name of several' : 'nobody'} in the record`,
    hint,
  )
}

function stateOf(name: string, { reading }: Engine): Entity | null {
  const states = [...reading.lexicon.states.values()]
  const code = /^[a-z]{3}$/i.test(name) ? name.toUpperCase() : countries.getSimpleAlpha3Code(name, 'en')
  const state = states.find((one) => one.code === code || one.name.toLowerCase() === name.toLowerCase())
  if (!state) return null
  return {
    id: state.code,
    name: state.name,
    names: [state.name],
    kind: 'state',
    country: state.code,
    office: null,
  }
}

/** "Tesk" or "Tesk, XAR"; one of the states that take part is likelier than another. */
function placeOf(text: string, { actor, recipient }: Event, engine: Engine) {
  const [name = '', of] = text.split(',').map((part) => part.trim())
  const country = of ? stateOf(of, engine)?.country : null
  if (country === undefined)
    throw new CorrectionError(`"${of}" is no state`, 'write a place as Tesk or Tesk, XAR')
  const likely = [...actor, ...recipient].flatMap((one) => one.country ?? [])
  const kind = stateOf(name, engine) ? 'state' : 'place'
  return resolvePlace({ text: name, kind, country }, likely, engine.resolving.gazetteer)
}

const NUMBER = /^(?:(at[- ]least|at[- ]most|about)\s+)?(\d[\d,.]*)\s+(\p{L}.*)$/iu

/** "at least 12 killed; 30 injured". */
function numbersOf(text: string): NumberSaid[] {
  return text.split(';').map((part) => {
    const match = NUMBER.exec(part.trim())
    const value = Number(match?.[2]?.replaceAll(',', ''))
    if (!match || Number.isNaN(value))
      throw new CorrectionError(
        `"${part.trim()}" is no number of anything`,
        'write it as: at least 12 killed; 30 injured',
      )
    const bound = match[1]?.toLowerCase().replace(' ', '-') ?? null
    return { what: match[3]!, value, bound: Bound.parse(bound), text: part.trim() }
  })
}

const Bound = z.enum(['at-least', 'at-most', 'about']).nullable()
