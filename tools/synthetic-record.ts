import { existsSync, rmSync } from 'node:fs'
import Database from 'libsql'
import { openStore } from '../src/store/index.js'
import { event, mention, report, state } from '../test/store/samples.js'

/** How large a made-up record is; ten events a report, five reports a story. */
interface Size {
  readonly reports: number
}

const EVENTS_A_REPORT = 10
const REPORTS_A_STORY = 5
/** Invented states XAA to XTZ, so that a dyad has as many events as a record of this size gives it. */
const STATES = 60
const DAYS = 7000
const OUTLETS = 40

/** Ids as the synthetic record has them. */
export const synthetic = {
  report: (i: number) => `r${i}`,
  story: (i: number) => `s${i}`,
  event: (i: number) => `e${i}`,
  person: (i: number) => `p${i}`,
  outlet: (i: number) => `Outlet ${i % OUTLETS}`,
  state: (i: number) =>
    `X${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}`,
}

/**
 * Makes a record of invented reports by inserting rows directly: nothing is read or merged. Kept until removed, and
 * made anew when `fresh`.
 */
export async function makeRecord(location: string, { reports }: Size, fresh: boolean): Promise<void> {
  if (existsSync(location) && !fresh) return
  for (const end of ['', '-wal', '-shm']) rmSync(location + end, { force: true })
  await (await openStore(location, { create: true })).close()
  const database = new Database(location)
  database.exec('PRAGMA busy_timeout = 10000; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN')
  for (const [name, sql] of statements(reports)) {
    const start = Date.now()
    database.exec(sql)
    process.stderr.write(`  ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  }
  database.exec('COMMIT; ANALYZE')
  database.close()
}

/** SQL text of a value. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A record as JSON with marks in it, filled in for each row. */
function filled(json: unknown): string {
  const text = quoted(JSON.stringify(json))
  return Object.entries(MARKS).reduce((sql, [mark, value]) => `replace(${sql}, '${mark}', ${value})`, text)
}

/** What stands for each mark, in terms of the columns of `n`. */
const MARKS = {
  '@E': 'n.event',
  '@R': 'n.report',
  '@S': 'n.story',
  '@A': 'n.one',
  '@B': 'n.other',
  '@P': 'n.person',
  '@D': 'n.day',
  '@O': `(n.report % ${OUTLETS})`,
}

const NUMBERS = (count: number) =>
  `WITH RECURSIVE i(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM i WHERE i < ${count - 1})`
/** One event in five is a statement. */
const TYPE = "iif(event % 5 = 0, 'STATEMENT', 'CONSULT')"
const CODE = (number: string) => `'X' || char(65 + (${number}) / 26) || char(65 + (${number}) % 26)`

function statements(reports: number): [string, string][] {
  const events = reports * EVENTS_A_REPORT
  const persons = Math.max(10, reports / 10)
  const stories = reports / REPORTS_A_STORY
  const [one, other] = [state('@A', '@A'), state('@B', '@B')]
  const person = {
    ...state('@A', 'Person @P'),
    id: 'p@P',
    kind: 'person' as const,
    country: '@A',
    office: 'minister',
  }
  const told = mention('m@E', {
    report: 'r@R',
    file: 'r@R.txt',
    date: '@D',
    actor: [person],
    recipient: [other],
    text: 'Person @P of @A met officials of @B.',
    end: 36,
  })
  const { mentions: _, ...whole } = event('e@E', [told], {
    story: 's@S',
    date: '@D',
    actor: [person],
    recipient: [other],
    summary: 'Person @P → @B: met officials in round @E',
  })
  const sorted = `min(${CODE('n.a')}, ${CODE('n.b')}), max(${CODE('n.a')}, ${CODE('n.b')})`
  const row = `CREATE TEMP TABLE n AS ${NUMBERS(events)} SELECT i AS event, i / ${EVENTS_A_REPORT} AS report,
    i / ${EVENTS_A_REPORT * REPORTS_A_STORY} AS story, i % ${STATES} AS a, (i % ${STATES} + 1 + (i / 7) % 9) % ${STATES} AS b,
    i % ${persons} AS person, date('2006-01-01', '+' || ((i * 31) % ${DAYS}) || ' days') AS day, NULL AS one, NULL AS other FROM i`
  const words = quoted(`${'Ministers met and spoke of trade, bridges and the border river. '.repeat(12)}`)
  const body = {
    ...report('r@R', ''),
    text: undefined,
    outlet: { value: 'Outlet @O', span: null },
    published: { value: '@D', span: null },
    blocks: [{ kind: 'paragraph', start: 0, end: 400 }],
  }
  return [
    ['numbers', row],
    ['states of each', `UPDATE temp.n SET one = ${CODE('a')}, other = ${CODE('b')}`],
    [
      'reports',
      `INSERT INTO reports (id, revision, hash, read_at, mention_count, title, text, body)
       SELECT 'r' || report, 1, 'h' || report, '2026-01-01T00:00:00Z', ${EVENTS_A_REPORT}, 'Title of r' || report,
         'Round ' || report || ' of talks. ' || ${words}, ${filled(body)} FROM temp.n WHERE event % ${EVENTS_A_REPORT} = 0`,
    ],
    [
      'mentions',
      `INSERT INTO mentions SELECT 'm' || event, 'r' || report, 'CONSULT', day, day, 0, NULL, one || '+' || other, '1', '1',
       ${filled(told)} FROM temp.n`,
    ],
    [
      'events',
      `INSERT INTO events (id, type, first_day, last_day, background, day, story, score, quad, digest, body)
       SELECT 'e' || event, ${TYPE}, day, day, event % 3 = 0, day, 's' || story,
         event % 9 - 4, 1, '', ${filled(whole)} FROM temp.n`,
    ],
    [
      'tellings',
      `INSERT INTO event_mentions SELECT 'e' || event, 'm' || event, 'r' || report, 0, NULL FROM temp.n`,
    ],
    [
      'sides',
      `INSERT INTO event_countries (event, country, side, day, type) SELECT 'e' || event, one, 'actor', day, ${TYPE} FROM temp.n
       UNION ALL SELECT 'e' || event, other, 'recipient', day, ${TYPE} FROM temp.n`,
    ],
    [
      'parties',
      `INSERT INTO event_entities (event, entity, day, type) SELECT 'e' || event, 'p' || person, day, ${TYPE} FROM temp.n
       UNION ALL SELECT 'e' || event, other, day, ${TYPE} FROM temp.n`,
    ],
    [
      'dyads',
      `INSERT INTO event_dyads SELECT ${sorted}, n.day, 'e' || n.event, substr(n.day, 1, 7),
         iif(n.event % 5 = 0, 'STATEMENT', 'CONSULT'), 'diplomatic', n.event % 3 = 0, iif(n.one < n.other, 'there', 'back'), n.event % 9 - 4
       FROM temp.n AS n`,
    ],
    [
      'places',
      `INSERT INTO event_places SELECT 'e' || event, one, 'Place ' || (event % 300), (event % 300) / 3.0 - 40, event % 300 - 150.0
       FROM temp.n WHERE event % 4 = 0`,
    ],
    [
      'words',
      `INSERT INTO event_words (event, type, day, background, summary, quote, names) SELECT 'e' || event,
         ${TYPE}, day, event % 3 = 0, 'met officials in round ' || event, NULL, 'Person ' || person || ' ' || other
       FROM temp.n`,
    ],
    [
      'entities',
      `INSERT INTO entities SELECT DISTINCT 'p' || n.person, 'Person ' || n.person, 'person', ${CODE(`n.person % ${STATES}`)},
         ${filled(person)} FROM temp.n AS n WHERE n.event < ${persons};
       INSERT INTO entities SELECT n.one, n.one, 'state', n.one, ${filled(one)} FROM temp.n AS n WHERE n.event < ${STATES};
       INSERT INTO entity_names SELECT id, lower(name) FROM entities`,
    ],
    [
      'stories',
      `${NUMBERS(stories)} INSERT INTO stories SELECT 's' || i, 'Story ' || i, date('2006-01-01', '+' || (i % ${DAYS}) || ' days'),
         json_object('id', 's' || i, 'title', 'Story ' || i, 'since', date('2006-01-01', '+' || (i % ${DAYS}) || ' days'),
           'reports', json_array('r' || (i * 5), 'r' || (i * 5 + 1), 'r' || (i * 5 + 2), 'r' || (i * 5 + 3), 'r' || (i * 5 + 4)),
           'events', json_array(), 'withdrawn', json_array(), 'origins', 5, 'follows', json_array()) FROM i;
       INSERT INTO story_reports SELECT 's' || story, 'r' || report FROM temp.n WHERE event % ${EVENTS_A_REPORT} = 0`,
    ],
    [
      'facets',
      `CREATE TEMP TABLE listed AS SELECT seq, ifnull(substr(json_extract(body, '$.published.value'), 1, 10), '') AS day,
         json_extract(body, '$.outlet.value') AS outlet FROM reports;
       INSERT INTO report_facets SELECT '', '', day, seq FROM listed;
       INSERT INTO report_facets SELECT 'standing', iif(seq % 53 = 0, 'withdrawn', 'live'), day, seq FROM listed;
       INSERT INTO report_facets SELECT 'outlet', outlet, day, seq FROM listed WHERE outlet IS NOT NULL;
       INSERT INTO report_facets SELECT DISTINCT 'state', n.one, l.day, l.seq FROM temp.n AS n
         JOIN reports AS r ON r.id = 'r' || n.report JOIN listed AS l ON l.seq = r.seq;
       DROP TABLE listed;
       INSERT INTO story_facets SELECT DISTINCT facet, value, ifnull(since, ''), story FROM story_reports
         JOIN stories ON stories.id = story JOIN reports ON reports.id = report
         JOIN report_facets ON report_facets.seq = reports.seq`,
    ],
    ['numbers away', 'DROP TABLE temp.n; DELETE FROM pending'],
  ]
}
