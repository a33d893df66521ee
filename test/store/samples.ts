import type { Entity, Event, Mention, Report, Story } from '../../src/types.js'

/** Invented records for the store's tests; only what a test gives differs. */

export const ARVENIA = state('XAR', 'Arvenia')
export const BOLANDIA = state('XBO', 'Bolandia')
export const CORVIA = state('XCV', 'Corvia')

export function state(code: string, name: string): Entity {
  return { id: `state-${code}`, name, names: [name], kind: 'state', country: code, office: null }
}

export function report(id: string, text = `Text of ${id}.`, given: Partial<Report> = {}): Report {
  return {
    id,
    hash: `hash of ${text}`,
    file: `${id}.txt`,
    url: null,
    outlet: null,
    agency: null,
    author: null,
    title: { value: `Title of ${id}`, span: null },
    dateline: null,
    published: null,
    language: 'en',
    text,
    blocks: [],
    ...given,
  }
}

export function mention(id: string, given: Partial<Mention> = {}): Mention {
  return {
    ...told(id),
    report: 'r1',
    file: 'r1.txt',
    start: 0,
    end: 4,
    text: 'Text',
    trigger: { start: 0, end: 4, text: 'Text', lemma: 'text' },
    topic: [],
    denied_by: [],
    confidence: 1,
    evidence: [],
    ...given,
  } as Mention
}

export function event(id: string, mentions: readonly Mention[], given: Partial<Event> = {}): Event {
  return {
    ...told(id),
    summary: id,
    quote: null,
    quad_code: 1,
    kind: 'diplomatic',
    score: 1,
    reports: new Set(mentions.map(({ report }) => report)).size,
    origins: 1,
    speaker: null,
    claimed_by: [],
    denied_by: [],
    said_by_person: [],
    contested: [],
    story: null,
    text_info: [],
    cite_info: [],
    mentions: [...mentions],
    joins: [],
    corrections: [],
    ...given,
  } as Event
}

export function story(id: string, reports: string[], events: string[] = []): Story {
  return {
    id,
    title: null,
    reports,
    events,
    since: null,
    withdrawn: [],
    origins: reports.length,
    follows: [],
  }
}

function told(id: string) {
  return {
    id,
    event: 'CONSULT' as const,
    mode: null,
    context: [],
    aux: null,
    background: false,
    date: '2025-10-27',
    date_from: 'said' as const,
    date_text: null,
    actor: [ARVENIA],
    recipient: [BOLANDIA],
    recipient_from: 'said' as const,
    event_loc: null,
    quote: [],
    stance: null,
    numbers: [],
    attribution: null,
    coder: { reader: '1', codebook: '1' },
  }
}
