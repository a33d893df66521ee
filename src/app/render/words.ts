import countries from 'i18n-iso-countries'
import { formatEdtf } from '../../resolving/edtf-format.js'
import type { ComparedField, Comparison, Entity, Event, Standing } from '../../types.js'
import { safe } from './safe.js'

/** PLOVER's event types in plain words. */
export const TYPE_WORDS: Readonly<Record<Event['event'], string>> = {
  AGREE: 'pledge',
  CONSULT: 'meeting',
  SUPPORT: 'support',
  CONCEDE: 'concession',
  COOPERATE: 'cooperation',
  AID: 'aid',
  RETREAT: 'withdrawal',
  REQUEST: 'request',
  ACCUSE: 'accusation',
  REJECT: 'refusal',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'sanctions',
  MOBILIZE: 'mobilisation',
  COERCE: 'coercion',
  ASSAULT: 'attack',
  STATEMENT: 'statement',
}

/** Modes that say more than their type does, or nothing that a reader would understand; the others are put behind it. */
const MODES: Readonly<Record<string, string>> = {
  'CONSULT visit': 'visit',
  'CONSULT phone': 'phone call',
  'CONSULT multilateral': 'multilateral meeting',
  'CONSULT third-party': 'mediation',
  'REQUEST assist': 'request for help',
  'REQUEST change': 'call for change',
  'REQUEST meet': 'request for a meeting',
  'REQUEST yield': 'call to give way',
  'ACCUSE allege': 'accusation',
  'ACCUSE disapprove': 'criticism',
  'ACCUSE investigate': 'investigation',
  'REJECT assist': 'refusal of help',
  'REJECT change': 'refusal of change',
  'REJECT meet': 'refusal of a meeting',
  'REJECT yield': 'refusal to give way',
  'RETREAT ceasefire': 'ceasefire',
  'RETREAT disarm': 'disarmament',
  'RETREAT release': 'release',
  'RETREAT resign': 'resignation',
  'RETREAT withdraw': 'withdrawal',
  'SANCTION discontinue': 'sanctions',
  'SANCTION convict': 'conviction',
  'SANCTION expel': 'expulsion',
  'SANCTION withdraw': 'cut in relations',
  'PROTEST demo': 'demonstration',
  'PROTEST hunger': 'hunger strike',
  'PROTEST obstruct': 'blockade',
  'COERCE arrest': 'arrest',
  'COERCE deport': 'deportation',
  'COERCE seize': 'seizure',
  'ASSAULT abduct': 'abduction',
}

const AUX: Readonly<Record<NonNullable<Event['aux']>, string>> = {
  future: 'planned',
  hypothetical: 'possible',
  negation: 'did not happen',
  historical: 'long past',
}

const FIELDS: Readonly<Record<ComparedField['field'], string>> = {
  date: 'when',
  place: 'where',
  actor: 'who',
  recipient: 'to whom',
  name: 'name',
  number: 'how many',
  wording: 'wording',
  quote: 'quotation',
  detail: 'detail',
  aux: 'whether',
  attribution: 'source',
}

/** "attack (drone), planned". */
export function typeWords({ event, mode, aux }: Pick<Event, 'event' | 'mode' | 'aux'>): string {
  const named = mode ? MODES[`${event} ${mode.toLowerCase()}`] : undefined
  const type = named ?? (mode ? `${TYPE_WORDS[event]} (${safe(mode)})` : TYPE_WORDS[event])
  return aux ? `${type}, ${AUX[aux]}` : type
}

export function fieldWords(field: ComparedField['field']): string {
  return FIELDS[field]
}

/** What reports contradict each other on: the day, or whether it happened at all. */
export function contestedWords(contested: readonly string[]): string {
  const words: Readonly<Record<string, string>> = {
    date: 'when',
    event: 'whether it happened',
    numbers: 'how many',
  }
  return contested.map((field) => words[field] ?? safe(field)).join(', ')
}

/** An EDTF date for people; a report's own text is never trusted to be one. */
export function dateWords(edtf: string | null): string {
  return edtf === null ? 'no date' : safe(formatEdtf(edtf))
}

/** The name of a state by its code. */
export type StateNames = (country: string) => string

/** Names of states as these records have them, else as ISO 3166 has them; a code unknown to both stays a code. */
export function stateNamesOf(events: readonly Event[]): StateNames {
  const entities = events.flatMap((event) => [...event.actor, ...event.recipient])
  const states = entities.filter((entity) => entity.kind === 'state' && entity.country)
  return namesFrom(new Map(states.map((entity) => [entity.country!, entity.name])))
}

/** Names of states by what the record calls them, else as ISO 3166 has them. */
export function namesFrom(known: ReadonlyMap<string, string>): StateNames {
  return (country) => {
    const name = known.get(country)
    return name === undefined ? currentName(country) : safe(name)
  }
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' })

function currentName(country: string): string {
  const short = countries.alpha3ToAlpha2(country)
  return (short && REGIONS.of(short)) || safe(country)
}

/** "Mira Tolven (Arvenia)", "Bolandia". */
export function entityWords(entity: Entity, names: StateNames): string {
  const name = safe(entity.name)
  return entity.kind === 'state' || !entity.country ? name : `${name} (${names(entity.country)})`
}

/** "Bolandia → Arvenia", or all who took part where none is at the receiving end. */
export function sidesWords(event: Event, names: StateNames): string {
  const side = (entities: readonly Entity[]) =>
    listWords(leading(entities).map((entity) => entityWords(entity, names)))
  const actors = event.actor.length > 0 ? event.actor : event.speaker ? [event.speaker] : []
  if (event.recipient.length === 0) return side(actors) || 'nobody named'
  return `${side(actors) || 'unnamed'} → ${side(event.recipient)}`
}

/** A state needs no naming of its own beside its people. */
function leading(entities: readonly Entity[]): readonly Entity[] {
  return entities.filter(
    (one) =>
      one.kind !== 'state' ||
      !entities.some((other) => other.kind !== 'state' && other.country === one.country),
  )
}

/** The whole sentence stands below a point, so its title can be short. */
const LONGEST_WHAT = 100

/** The summary without the names that it opens with, where they are shown beside it. */
export function whatWords(event: Event): string {
  const summary = safe(event.summary)
  const [opening, ...rest] = summary.split(': ')
  const names = [...event.actor, ...event.recipient].map((entity) => safe(entity.name))
  const namesSides = opening!.startsWith('Unnamed') || names.some((name) => opening!.startsWith(name))
  return shortened(rest.length > 0 && namesSides ? rest.join(': ') : summary)
}

function shortened(text: string): string {
  if (text.length <= LONGEST_WHAT) return text
  const cut = text.slice(0, LONGEST_WHAT)
  return `${safe(cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_WHAT / 2)))} …`
}

export function listWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

const STANDINGS: Readonly<Record<Standing, string>> = {
  live: '',
  corrected: 'corrected',
  withdrawn: 'withdrawn, does not count',
  embargoed: 'under embargo',
}

type Told = Pick<
  Comparison['reports'][number],
  'standing' | 'standing_until' | 'standing_from' | 'standing_reason'
>

/** "withdrawn, does not count: it says “This report has been withdrawn”"; nothing of a live one. */
export function standingWords(report: Told): string {
  const { standing, standing_until: until, standing_from: from, standing_reason: reason } = report
  if (standing === 'live') return ''
  const end = standing === 'embargoed' && until ? ` until ${dateWords(until)}` : ''
  const why = from === 'text' ? `it says “${safe(reason ?? '')}”` : safe(reason ?? '')
  return `${STANDINGS[standing]}${end}${why ? `: ${why}` : ''}`
}

/** "1 report", "2 reports". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** What a report is called: its outlet, else its file without the folders. */
export function reportName({ outlet, file }: Pick<Comparison['reports'][number], 'outlet' | 'file'>): string {
  return safe(outlet ?? fileName(file))
}

/** A file without its folders. */
export function fileName(file: string): string {
  return file.split(/[\\/]/).at(-1) || file
}

/** "A B C", and "A B C D E +7" where there are many. */
export function shortList(letters: readonly string[]): string {
  const most = 6
  if (letters.length <= most) return letters.join(' ')
  return `${letters.slice(0, most - 1).join(' ')} +${letters.length - most + 1}`
}

/** A, B, … Z, AA, AB, … for the reports of a comparison, by report id. */
export function lettersOf(comparison: Comparison): ReadonlyMap<string, string> {
  return new Map(comparison.reports.map((report, i) => [report.id, letter(i)]))
}

function letter(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest < 0 ? '' : letter(rest)) + String.fromCharCode(65 + (index % 26))
}
