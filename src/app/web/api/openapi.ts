import { z } from 'zod'
import { Comparison, Entity, Event, LogEntry, LogLine, Mention } from '../../../records.js'
import { CorrectionRequest, Signature } from '../../correcting/index.js'
import { version } from '../../paths.js'

const PROBLEM = {
  type: 'object',
  required: ['title', 'status', 'detail'],
  properties: {
    type: {},
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
  },
}

const WRONG = {
  description: 'what is wrong, and what to try',
  content: { 'application/problem+json': { schema: PROBLEM } },
}

/** What is asked for, who asks and why. */
const CORRECTION = z.toJSONSchema(z.intersection(CorrectionRequest, Signature), {
  io: 'input',
  unrepresentable: 'any',
})

const SLICE = [
  query('limit', 'how many, 1 to 500'),
  query('after', 'where to go on: `next` of the page before'),
]
const FORMAT = query('format', 'json (one page), csv or jsonl (all from there on)')
const FILTER = [
  query('type', 'a PLOVER type, or STATEMENT'),
  query('country', 'a state on either side, ISO 3166-1 alpha-3'),
  query('entity', 'the id of an entity on either side'),
  query('dyad', 'two states, such as PRK-RUS'),
  query('since', '2025, 2025-10 or 2025-10-27'),
  query('until', 'the same; both inclusive'),
]

const FACETS = [
  query('outlet', 'the outlet’s name'),
  query('country', 'the outlet’s country, ISO 3166-1 alpha-3'),
  query('control', 'who owns and runs the outlet: state, public or private'),
  query('standing', 'live, corrected or withdrawn'),
  query('state', 'a state that is told of, ISO 3166-1 alpha-3'),
  query('since', 'published (for stories: begun) 2025, 2025-10 or 2025-10-27'),
  query('until', 'the same; both inclusive'),
  query('words', 'in title or text; the last may be only begun'),
]

const SEARCH = [
  query('in', 'only names, reports, events or statements'),
  query(
    'state',
    'a state: of a name its own, in an event on either side, told of by a report; ISO 3166-1 alpha-3',
  ),
  query('with', 'a second state, with `state` a dyad'),
  query('outlet', 'the name of a report’s outlet'),
  query('type', 'of an event: a PLOVER type, or STATEMENT'),
  query('told', 'of an event: as news or as background'),
  query('since', 'an event of, or a report published in: 2025, 2025-10 or 2025-10-27'),
  query('until', 'the same; both inclusive'),
]

function query(name: string, description: string) {
  return { name, in: 'query', required: false, description, schema: { type: 'string' } }
}

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

/** An address, what it gives, and the record that it gives one or a page of. */
function get(summary: string, schema: string | null, parameters: readonly object[] = []) {
  const content = schema ? { 'application/json': { schema: schemaOf(schema) } } : {}
  return {
    get: { summary, parameters, responses: { 200: { description: summary, content }, default: WRONG } },
  }
}

function schemaOf(name: string): object {
  const one = { $ref: `#/components/schemas/${name.replace('[]', '')}` }
  if (!name.endsWith('[]')) return one
  return {
    type: 'object',
    properties: { items: { type: 'array', items: one }, next: { type: ['string', 'null'] } },
  }
}

/** What the API gives, as OpenAPI 3.1. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: version(),
      description:
        'A sourced record of who did what to whom, as reports tell it. Lists are newest first; an answer that has not changed is 304 by its ETag.',
    },
    paths: {
      '/api/reports': {
        ...get('reports, the last read first; with a filter the last published first', null, [
          ...FACETS,
          ...SLICE,
          FORMAT,
        ]),
        post: {
          summary: 'read reports: files, or text',
          requestBody: {
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  properties: {
                    files: { type: 'array', items: { type: 'string', format: 'binary' } },
                    text: { type: 'string' },
                    outlet: { type: 'string' },
                    published: { type: 'string' },
                  },
                },
              },
            },
          },
          responses: { 202: { description: 'a job; its news are at /api/jobs/{id}/news' } },
        },
      },
      '/api/reports/{id}': get('a report with its text', null, [ID]),
      '/api/stories': get('stories', null, [...FACETS, ...SLICE, FORMAT]),
      '/api/stories/{id}': get('a story compared point by point', 'Comparison', [ID]),
      '/api/events': get('events', 'Event[]', [...FILTER, ...SLICE, FORMAT]),
      '/api/events/{id}': get(
        'an event with its mentions; 410 with what became of it if it is gone',
        'Event',
        [ID],
      ),
      '/api/entities/{id}': get('a person, state, organisation or group', 'Entity', [ID]),
      '/api/dyads': get('pairs of states with their sums', null),
      '/api/dyads/{id}': get('the sums of two states by month and direction', null, [ID]),
      '/api/search': get(
        'names, reports, events and statements that have all the words, the last read first; filters are held against the latest 2,000 of each, and leave out what has nothing to hold them against',
        null,
        [
          query('q', 'words; the last may be only begun'),
          ...SEARCH,
          query('limit', 'how many of each, 1 to 100'),
        ],
      ),
      '/api/log': get('what persons corrected, oldest first', 'LogLine[]', [
        query('of', 'only of this event, person or organisation'),
        FORMAT,
      ]),
      '/api/corrections': {
        post: {
          summary: 'correct the record, or undo a correction',
          requestBody: { content: { 'application/json': { schema: CORRECTION } } },
          responses: {
            201: {
              description: 'the entry of the log',
              content: { 'application/json': { schema: schemaOf('LogEntry') } },
            },
            default: WRONG,
          },
        },
      },
      '/api/jobs/{id}': get('how far reading has come', null, [ID]),
      '/api/jobs/{id}/news': get('the same as it happens, as server-sent events', null, [ID]),
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries({ Event, Mention, Entity, Comparison, LogEntry, LogLine }).map(([name, schema]) => [
          name,
          z.toJSONSchema(schema, { unrepresentable: 'any' }),
        ]),
      ),
    },
  }
}
