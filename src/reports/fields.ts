import { clean } from './bytes.js'
import type { Given } from './types.js'

/** The names under which tables, front matter and JSON carry a report's fields; the first that is there is read. */
const names: Readonly<Record<keyof Given | 'text', readonly string[]>> = {
  text: [
    'text',
    'body',
    'content',
    'article',
    'articletext',
    'articlebody',
    'fulltext',
    'bodytext',
    'story',
    'maintext',
    'contenttext',
    'contenthtml',
  ],
  title: ['title', 'headline', 'heading'],
  outlet: [
    'outlet',
    'source',
    'publication',
    'publisher',
    'newspaper',
    'sitename',
    'sourcename',
    'site',
    'media',
  ],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  published: [
    'published',
    'publishedat',
    'publishdate',
    'publisheddate',
    'publicationdate',
    'pubdate',
    'datepublished',
    'date',
    'datetime',
    'time',
    'timestamp',
    'created',
    'createdat',
  ],
  updated: ['updated', 'updatedat', 'modified', 'datemodified', 'lastmodified'],
  url: ['url', 'link', 'canonical', 'canonicalurl', 'href', 'address', 'permalink', 'weburl', 'sourceurl'],
}

const key = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The column names that hold a report's text, for messages. */
export const textNames = names.text.slice(0, 3)

/** Whether a table or a record with these names holds reports. */
export function holdsText(columns: readonly string[]): boolean {
  return columns.some((column) => names.text.includes(key(column)))
}

/** What a record says of its report beside the text. Values that are not text are read where they clearly mean one. */
export function givenFrom(record: Readonly<Record<string, unknown>>): Given {
  const given: Record<string, string> = {}
  for (const field of ['title', 'outlet', 'author', 'published', 'updated', 'url'] as const) {
    const value = readField(record, field)
    if (value) given[field] = value
  }
  return given
}

/** The report's text in a record, or null. */
export const textFrom = (record: Readonly<Record<string, unknown>>): string | null =>
  readField(record, 'text')

function readField(record: Readonly<Record<string, unknown>>, field: keyof Given | 'text'): string | null {
  const entries = Object.entries(record).map(([name, value]) => [key(name), asText(value)] as const)
  for (const name of names[field]) {
    const value = entries.find(([entry, text]) => entry === name && text !== null)?.[1]
    if (value) return value
  }
  return null
}

/** "source": { "name": "..." }, "authors": ["...", "..."] and unix times are common in news JSON. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return clean(value).trim() || null
  if (typeof value === 'number') return unixTime(value) ?? String(value)
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ') || null
  if (value !== null && typeof value === 'object' && 'name' in value) return asText(value.name)
  return null
}

/** Seconds or milliseconds since 1970, for times after 2001. */
function unixTime(value: number): string | null {
  const milliseconds = value > 1e12 ? value : value * 1000
  return value > 1e9 && milliseconds < 4e12 ? `${new Date(milliseconds).toISOString().slice(0, 19)}Z` : null
}
