import { oneStory, type Written } from '../src/app/one-story.js'
import { renderComparison } from '../src/app/render/index.js'
import { code } from '../src/coding/index.js'
import type { Entity, Event, Mention, Point, Reading, Report } from '../src/types.js'
import { inventedEngine } from '../test/support.js'

/** The two reports whose sentence ARCHITECTURE.md follows; the second has no date. */
const FIRST: Written = {
  file: 'tesk-times.txt',
  text: `Bel hosts Bolandian minister

Outlet: Tesk Times
Wednesday 5 March 2031

Arvenian President Ana Bel hosted Bolandian Foreign Minister Tor Lund in Tesk on Monday.
`,
}
const SECOND: Written = {
  file: 'kettin-courier.txt',
  text: `A handshake in the White Hall

Outlet: Kettin Courier

Arvenian President Ana Bel met Bolandian Foreign Minister Thor Lund in the White Hall on Monday.
`,
}

/** Which values of a record are shown, and as what. */
type Shown = Readonly<Record<string, unknown>>

/** JSON with one field a line, and in a list of records one record a line. */
function json(shown: Shown): string {
  const lines = Object.entries(shown).map(([key, value]) => `  "${key}": ${listed(value)}`)
  return `{\n${lines.join(',\n')}\n}`
}

function listed(value: unknown): string {
  const records = Array.isArray(value) && value.length > 1 && value.some((one) => typeof one === 'object')
  return records ? `[\n    ${value.map(spaced).join(',\n    ')}\n  ]` : spaced(value)
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`)
  return `{ ${fields.join(', ')} }`
}

const short = ({ name, country, office }: Entity) => ({ name, country, office })

function reportShown({ id, file, outlet, published, language, text, blocks }: Report): Shown {
  const said = blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }))
  return { id, file, outlet, published, language, blocks: said }
}

/** The parse of the last sentence, a word a line: form, lemma, tags, head and label. */
function parseShown({ sentences }: Reading): string {
  const { tokens } = sentences.at(-1)!
  const rows = tokens.map((t, i) => [
    `${i}`,
    t.form,
    t.lemma,
    t.upos,
    t.xpos,
    t.head < 0 ? '-' : `${t.head} ${tokens[t.head]!.form}`,
    t.deprel,
  ])
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function readingShown({ sentences, names, times }: Reading): Shown {
  const last = sentences.at(-1)!.index
  const own = names.filter((name) => name.sentence === last)
  return {
    names: own.map(({ text, kind, country, office }) => ({
      text,
      kind,
      country,
      office: office?.title ?? null,
    })),
    times: times.map(({ text, meaning }) => ({ text, meaning })),
  }
}

function codedShown(reading: Reading): Shown {
  const [event] = code(reading, inventedEngine().coding)
  const { actors } = reading
  const named = (list: NonNullable<typeof event>['actor']) => list.map((a) => actors[a.actor]!.name)
  return {
    event: event!.event,
    mode: event!.mode,
    trigger: event!.trigger.lemma,
    actor: named(event!.actor),
    recipient: named(event!.recipient),
    time: event!.time!.text,
    place: event!.place!.text,
    tense: event!.telling.tense,
    aux: event!.telling.aux,
    reason: { rule: event!.reason.rule.replace(/:\d+$/, ':LINE'), words: event!.reason.words },
  }
}

function mentionShown(mention: Mention): Shown {
  const { id, event, mode, context, date, date_from, date_text, actor, recipient, event_loc } = mention
  const why = mention.evidence.filter(({ field }) => field === 'date' || field === 'actor')
  return {
    ...{ id, event, mode, context, date, date_from, date_text },
    actor: actor.map(short),
    recipient: recipient.map(short),
    event_loc,
    evidence: why.map(({ field, said, spans, reason }) => ({ field, said, spans, rule: reason.rule })),
  }
}

function eventShown(event: Event): Shown {
  const { id, date, actor, recipient, summary, score, reports, origins, mentions, joins } = event
  const clues = joins.flatMap((join) => join.clues.filter(({ weight }) => weight !== 0))
  return {
    ...{ id, summary, date, score, reports, origins },
    actor: actor.map(({ id, name, names }) => ({ id, name, names })),
    recipient: recipient.map(({ id, name }) => ({ id, name })),
    mentions: mentions.map(({ file, date, date_from }) => ({ file, date, date_from })),
    clues: clues.map(({ clue, weight, words }) => ({ clue, weight, words })),
  }
}

function pointShown({ status, silent, fields }: Point): Shown {
  const values = (field: Point['fields'][number]) => field.values.map(({ value, said }) => ({ value, said }))
  const rows = fields.map((field) => ({
    ...{ field: field.field, status: field.status, kind: field.kind },
    values: values(field),
  }))
  return { status, silent, fields: rows }
}

/** The blocks of ARCHITECTURE.md by their names: what every folder makes of the sentence. */
export function walk(): ReadonlyMap<string, string> {
  const { reports, readings, mentions, merged, comparison } = oneStory(inventedEngine(), [FIRST, SECOND])
  return new Map([
    ['first report', FIRST.text.trimEnd()],
    ['reports', json(reportShown(reports[0]!))],
    ['parse', parseShown(readings[0]!)],
    ['reading', json(readingShown(readings[0]!))],
    ['coding', json(codedShown(readings[0]!))],
    ['resolving', json(mentionShown(mentions[0]!))],
    ['second report', SECOND.text.trimEnd()],
    ['merging', json(eventShown(merged.events[0]!))],
    ['comparing', json(pointShown(comparison.points[0]!))],
    ['app', renderComparison(comparison, { width: 80, colour: false }).trimEnd()],
  ])
}
