import type { CoderCount, EventFilter } from '../../store/index.js'
import { BY_HAND } from '../by-hand/entry.js'
import { count } from '../cli/numbers.js'
import { TABLES } from './tables.js'

/** What a release came to. */
export interface Contents {
  readonly filter: EventFilter
  readonly texts: boolean
  /** How many records each table has. */
  readonly counts: ReadonlyMap<string, number>
  /** First and last month of the reports read. */
  readonly span: readonly [string, string] | null
  /** What coded the mentions. */
  readonly coders: readonly CoderCount[]
  /** Of the Rapport that wrote the release. */
  readonly rapport: string
  readonly version: string
}

/** A title made from what is in the release. */
export function titleOf({ filter, span }: Contents): string {
  const between = filter.dyad ? `between ${filter.dyad.join(' and ')}` : 'between states'
  return `Events ${between} in news reports${span ? `, read from ${span.join(' to ')}` : ''}`
}

/** README.md: what is in the release, how it was made, and what its numbers can bear. */
export function readmeText(title: string, contents: Contents): string {
  return [
    `# ${title}`,
    `Version ${contents.version}, a hash of the data. How to cite it: CITATION.cff. Whether it is whole: \`sha256sum --check SHA256SUMS\`.`,
    `## What is in it\n\n${partText(contents.filter)}`,
    filesTable(contents.counts),
    textsText(contents.texts),
    '## How it was made',
    `News reports were read by Rapport, a program that codes who did what to whom by rules of a codebook and trained weights. Types, modes and contexts of events follow PLOVER, dates EDTF, countries ISO 3166-1, places GeoNames. This release was written by Rapport ${contents.rapport}; its mentions were coded by`,
    codersTable(contents.coders),
    ...byHandText(contents.coders),
    `## What the numbers can bear\n\n${bearText}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function partText(filter: EventFilter): string {
  const parts = Object.entries(filter).map(([name, value]) => `- ${name}: \`${String(value)}\``)
  if (parts.length === 0) return 'All events of the record.'
  return `A part of the record: the events that pass the filters below, with what belongs to them. The reports are all that were read, also those that tell none of these events.\n\n${parts.join('\n')}`
}

function filesTable(counts: ReadonlyMap<string, number>): string {
  const rows = TABLES.map(
    ({ name, about }) => `| ${name}.jsonl, ${name}.csv | ${counts.get(name)} | ${about} |`,
  )
  return [
    '| file | records | what |',
    '| --- | --- | --- |',
    ...rows,
    '| coverage.csv | | reports read per month and outlet |',
    '| dictionary.csv | | every field of every file: type, values, meaning |',
    '',
    'The JSON Lines hold everything; the CSV files hold the columns that a spreadsheet can use. In CSV, lists are joined by "; ", and a text that a spreadsheet would run as a formula has an apostrophe before it.',
  ].join('\n')
}

function textsText(texts: boolean): string {
  return texts
    ? 'Offsets (`start`, `end`) count UTF-16 code units in the `text` of the report in reports.jsonl.'
    : 'Words of the reports are left out, titles apart, since they may not be passed on. Offsets (`start`, `end`) count UTF-16 code units in the text of the report; whoever has the report can check with its `sha256` that the text is the same.'
}

function codersTable(coders: readonly CoderCount[]): string {
  const rows = coders.map(
    ({ reader, codebook, mentions }) => `| ${reader} | ${codebook} | ${count(mentions, 'mention')} |`,
  )
  return ['| reader (a hash of its weights) | codebook | |', '| --- | --- | --- |', ...rows].join('\n')
}

/** What people recorded themselves has a coder of its own, see by-hand/entry.ts. */
function byHandText(coders: readonly CoderCount[]): string[] {
  if (!coders.some(({ reader }) => reader === BY_HAND)) return []
  return [
    'What people recorded by hand is marked `said_by_person`. Its text is their own words; an event that reports tell as well has its values from the reports alone.',
  ]
}

const bearText = [
  'Machines misread: check what you use against the words that each value points to. `confidence` tells the surer mentions from the less sure.',
  'Counts of events depend on which reports were read. coverage.csv says how many were, by month of publication and outlet; a month without reports is one of which nothing is known, not one in which nothing happened.',
  'A report that was withdrawn is listed as such (`standing`): it is counted among the reports read, and what it told counts in nothing. Reports under embargo are left out.',
  '`reports` counts tellings, `origins` voices: copies of one text, or relays of one source, are one.',
].join('\n\n')
