import type { Attribution, Entity, Event, Mention, NumberSaid, Outlet, Place, Report } from '../types.js'

/** Invented reports about Arvenia and Bolandia, for tests of comparing and of what is shown of it. */

const CODER = { reader: 'test', codebook: 'test' }

/** A report whose text is its sentences, a line each. */
export function makeReport(id: string, sentences: readonly string[], given: Partial<Report> = {}): Report {
  return {
    id,
    hash: id,
    file: `${id}.txt`,
    url: null,
    outlet: { value: `The ${id} Post`, span: null },
    agency: null,
    author: null,
    title: { value: `Title of ${id}`, span: null },
    dateline: null,
    published: null,
    language: 'en',
    text: sentences.join('\n'),
    blocks: [],
    ...given,
  }
}

/** An outlet, a title and a published day as a report holds them. */
export function masthead(
  outlet: string,
  title: string,
  published: string | null,
  press?: Outlet,
): Partial<Report> {
  const located = (value: string) => ({ value, span: null })
  return {
    outlet: located(outlet),
    title: located(title),
    published: published ? located(published) : null,
    ...(press ? { press } : {}),
  }
}

export function state(country: string, name: string): Entity {
  return { id: country, name, names: [name], kind: 'state', country, office: null }
}

export function person(id: string, country: string, office: string | null, ...names: string[]): Entity {
  return { id, name: names[0]!, names, kind: 'person', country, office }
}

export function city(name: string, country: string, given: Partial<Place> = {}): Place {
  return { name, country, lat: null, lon: null, geonames: null, precision: 'city', ...given }
}

export function count(
  what: string,
  value: number,
  text: string,
  bound: NumberSaid['bound'] = null,
): NumberSaid {
  return { what, value, bound, text }
}

export function source(name: string): Attribution {
  return { kind: 'named', name }
}

type Given = Partial<Omit<Mention, 'trigger' | 'topic'>> & {
  readonly trigger: string
  readonly topic?: readonly string[]
}

/** What a report's sentence tells; trigger and topic are given by their words in that sentence. */
export function makeMention(report: Report, sentence: string, given: Given): Mention {
  const start = report.text.indexOf(sentence)
  if (start < 0) throw new Error(`${report.id} does not say: ${sentence}`)
  const place = (words: string) => placeOf(report.text, words, start)
  const { trigger, topic = [], ...rest } = given
  return {
    ...BLANK,
    id: `${report.id}:${start}:${trigger}`,
    report: report.id,
    file: report.file,
    start,
    end: start + sentence.length,
    text: sentence,
    ...rest,
    trigger: { ...place(trigger), lemma: trigger },
    topic: topic.map(place),
  }
}

function placeOf(text: string, words: string, from: number) {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`no such words: ${words}`)
  return { start, end: start + words.length, text: words }
}

const BLANK = {
  event: 'CONSULT',
  mode: null,
  context: [],
  aux: null,
  background: false,
  date: null,
  date_from: null,
  date_text: null,
  actor: [],
  recipient: [],
  recipient_from: null,
  event_loc: null,
  quote: [],
  stance: null,
  numbers: [],
  attribution: null,
  coder: CODER,
  denied_by: [],
  claimed_by: [],
  dating: null,
  confidence: 1,
  evidence: [],
} satisfies Partial<Mention>

/** An event of these mentions, with the fields of the first unless given. */
export function makeEvent(id: string, mentions: readonly Mention[], given: Partial<Event> = {}): Event {
  const {
    report: _,
    file: __,
    start: ___,
    end: ____,
    text,
    trigger: _____,
    topic: ______,
    evidence,
    ...told
  } = mentions[0]!
  const reports = new Set(mentions.map((mention) => mention.report)).size
  return {
    ...told,
    id,
    summary: text,
    kind: null,
    quote: told.quote[0] ?? null,
    quad_code: null,
    score: null,
    reports,
    origins: reports,
    speaker: null,
    claimed_by: [],
    said_by_person: [],
    contested: [],
    story: null,
    text_info: mentions.map(({ report, start, end, text }) => ({ report, start, end, text })),
    cite_info: [],
    mentions: [...mentions],
    joins: [],
    corrections: [],
    ...given,
  }
}
