import type { Revision, StoredReport } from '../../../store/index.js'
import type { Event, Mention, Report, Span } from '../../../types.js'
import { reportLine } from '../../cli/columns.js'
import { controlWords } from '../../render/carriers.js'
import { safe } from '../../render/index.js'
import { counted, fileName, reportName, type StateNames, typeWords, whatWords } from '../../render/words.js'
import { href, outside } from '../links.js'
import { EvidenceTable } from '../parts/evidence.js'
import { Empty } from '../parts/layout.js'
import { StandingNote } from '../parts/standing.js'
import { Sides, When } from '../parts/words.js'
import { type Segment, segmentsOf } from '../story/segments.js'
import { changesBetween } from './changes.js'
import type { SharedParagraph } from './shared.js'

/** What the page of one report shows. */
interface ReportModel {
  readonly stored: StoredReport
  /** Its mentions in the order of the text, each with its event. */
  readonly tellings: readonly Telling[]
  /** The other reports of its story. */
  readonly others: readonly Report[]
  readonly shared: readonly SharedParagraph[]
  readonly revisions: readonly Revision[]
  readonly names: StateNames
}

export interface Telling {
  readonly mention: Mention
  readonly event: Event
}

export function tellingsOf(report: string, events: readonly Event[]): Telling[] {
  const all = events.flatMap((event) =>
    event.mentions.filter((mention) => mention.report === report).map((mention) => ({ mention, event })),
  )
  return all.sort(
    (a, b) => a.mention.start - b.mention.start || a.mention.trigger.start - b.mention.trigger.start,
  )
}

export function ReportPage({ model }: { model: ReportModel }) {
  const { names } = model
  return (
    <>
      <Head model={model} names={names} />
      <div class="beside report">
        <ReportText model={model} />
        <section class="notes" aria-label="What was taken from it">
          <h2>
            What was taken from it <span class="count">{model.tellings.length}</span>
          </h2>
          {model.tellings.length === 0 && (
            <Empty
              title={
                model.stored.stand.standing === 'withdrawn'
                  ? 'Nothing of it counts.'
                  : 'No event between states was found.'
              }
            >
              {model.stored.stand.standing === 'withdrawn'
                ? 'It was withdrawn: what it told counts for nothing, and its text is kept to be seen.'
                : model.stored.report.language === 'en' || model.stored.report.language === null
                  ? 'It may tell of none, or in words that are not known yet: rapport gaps lists such words.'
                  : 'Its language cannot be read yet; it is kept, and can be searched.'}
            </Empty>
          )}
          {model.tellings.map((telling, i) => (
            <Note telling={telling} number={i + 1} names={names} />
          ))}
        </section>
      </div>
      <Revisions model={model} />
    </>
  )
}

function Head({ model, names }: { model: ReportModel; names: StateNames }) {
  const { report, story, origin, revision } = model.stored
  const web = outside(report.url)
  const copies = (origin?.reports ?? []).filter((id) => id !== report.id)
  const titles = new Map(model.others.map((other) => [other.id, nameOf(other)]))
  return (
    <header class="head">
      <p class="over">
        Report{report.outlet && ' · '}
        {report.outlet && <bdi>{safe(report.outlet.value)}</bdi>} ·{' '}
        <When date={report.published?.value ?? null} />
        {report.agency && ` · ${safe(report.agency.value)}`}
        {report.author && ` · ${safe(report.author.value)}`}
      </p>
      <h1 dir="auto">{safe(report.title?.value ?? report.file)}</h1>
      <p class="facts">
        {story && <a href={href.story(story)}>Compare with the other reports of its story</a>}
        {web && (
          <a href={web} rel="noreferrer noopener">
            Original
          </a>
        )}
        {copies.length > 0 && (
          <span>
            {origin!.reason.rule} with{' '}
            {copies.map((id, i) => (
              <>
                {i > 0 && ', '}
                <a href={href.report(id)}>{titles.get(id) ?? id}</a>
              </>
            ))}
          </span>
        )}
        {revision > 1 && <a href="#revisions">revision {revision}</a>}
        {report.press && (
          <span title={`source of this mark: ${safe(report.press.source)}`}>
            {controlWords(report.press.country, report.press.control, names)}
          </span>
        )}
        <span title={safe(report.file)}>{safe(fileName(report.file))}</span>
      </p>
      <StandingNote report={reportLine(model.stored)} />
      {(report.notes ?? []).map((note) => (
        <p class="note">{safe(note)}</p>
      ))}
    </header>
  )
}

function nameOf({ outlet, file }: Report): string {
  return reportName({ outlet: outlet?.value ?? null, file })
}

/** Words that a value rests on, or a whole sentence that tells an event; the number is the note's. */
interface Mark extends Span {
  readonly number: number
  readonly kind: 'told' | 'name' | 'date' | 'place' | 'quote' | 'other'
}

const KINDS: Readonly<Record<string, Mark['kind']>> = {
  actor: 'name',
  recipient: 'name',
  date: 'date',
  event_loc: 'place',
  place: 'place',
  quote: 'quote',
}

function marksOf(tellings: readonly Telling[]): Mark[] {
  return tellings.flatMap(({ mention }, i) => [
    { start: mention.start, end: mention.end, number: i + 1, kind: 'told' as const },
    ...mention.evidence.flatMap(({ field, spans }) =>
      spans.map((span) => ({ ...span, number: i + 1, kind: KINDS[field] ?? ('other' as const) })),
    ),
  ])
}

function ReportText({ model }: { model: ReportModel }) {
  const { report } = model.stored
  const marks = marksOf(model.tellings)
  return (
    <article class="text whole" lang={report.language ?? undefined}>
      <p class="legend quiet">
        <span class="m-name">names</span> <span class="m-date">dates</span>{' '}
        <span class="m-place">places</span> <span class="m-quote">quotations</span>; words and numbers lead to
        what was taken from them.
      </p>
      <div class="text-body" dir="auto">
        {report.blocks.map((block) => (
          <p class={classOf(block.kind)} dir="auto">
            {segmentsOf(block, marks).map((segment) => (
              <Piece text={report.text} segment={segment} />
            ))}
            <AlsoIn shared={model.shared.find(({ start }) => start === block.start)} model={model} />
          </p>
        ))}
      </div>
    </article>
  )
}

function classOf(kind: string): string | undefined {
  if (kind === 'paragraph') return undefined
  return kind === 'title' ? 'headline' : `aside ${kind}`
}

function Piece({ text, segment }: { text: string; segment: Segment<Mark> }) {
  const words = safe(text.slice(segment.start, segment.end))
  const told = segment.over.filter(({ kind }) => kind === 'told')
  const kinds = new Set(segment.over.flatMap(({ kind }) => (kind === 'told' ? [] : `m-${kind}`)))
  const ends = segment.ending.filter(({ kind }) => kind === 'told')
  if (segment.over.length === 0) return <>{words}</>
  return (
    <>
      <span
        class={[told.length > 0 ? 'told' : '', ...kinds].join(' ')}
        data-told={told.map(({ number }) => number).join(' ')}
      >
        {words}
      </span>
      {ends.map(({ number }) => (
        <sup>
          <a id={`r${number}`} href={`#n${number}`} aria-label={`note ${number}`}>
            {number}
          </a>
        </sup>
      ))}
    </>
  )
}

/** In which other reports the paragraph stands. */
function AlsoIn({ shared, model }: { shared: SharedParagraph | undefined; model: ReportModel }) {
  if (!shared) return null
  const titles = new Map(model.others.map((other) => [other.id, nameOf(other)]))
  return (
    <small class="also">
      {' '}
      also in{' '}
      {shared.reports.map((id, i) => (
        <>
          {i > 0 && ', '}
          <a href={href.report(id)}>{titles.get(id)}</a>
        </>
      ))}
    </small>
  )
}

function Note({ telling, number, names }: { telling: Telling; number: number; names: StateNames }) {
  const { mention, event } = telling
  return (
    <article class="point note-card" id={`n${number}`} data-point={number} tabindex={0}>
      <span class="anchor" id={`m-${mention.id}`} />
      <h3>
        <a class="number" href={`#r${number}`} title="to the sentence">
          {number}
        </a>{' '}
        <Sides event={{ ...event, actor: mention.actor, recipient: mention.recipient }} names={names} />
      </h3>
      <p class="what">
        <span class="kind">{typeWords(mention)}</span> <span dir="auto">{whatWords(event)}</span>
      </p>
      <p class="facts">
        <When date={mention.date} />
        {mention.event_loc && <bdi>{safe(mention.event_loc.name)}</bdi>}
        {mention.background && <span>background</span>}
        <span>{event.reports > 1 ? `told in ${counted(event.reports, 'report')}` : 'only here'}</span>
        <a href={href.event(event.id)}>The event</a>
      </p>
      <details>
        <summary>Each value, and why</summary>
        <EvidenceTable mention={mention} />
      </details>
    </article>
  )
}

/** Earlier texts, with what changed from each to the next. */
function Revisions({ model }: { model: ReportModel }) {
  const { revisions, stored } = model
  if (revisions.length === 0) return null
  const all = [...revisions].sort((a, b) => a.revision - b.revision)
  return (
    <section id="revisions">
      <h2>Revisions</h2>
      {all.map((earlier, i) => {
        const next = all[i + 1] ?? stored
        return (
          <article class="revision">
            <h3>
              Revision {earlier.revision} to {next.revision}
              <span class="quiet">
                {' '}
                read <When date={next.readAt} />
              </span>
            </h3>
            <p class="changes" dir="auto">
              {changesBetween(earlier.report.text, next.report.text).map(({ kind, text }) => {
                if (kind === 'added') return <ins>{safe(text)}</ins>
                return kind === 'removed' ? <del>{safe(text)}</del> : <span>{shortened(safe(text))}</span>
              })}
            </p>
          </article>
        )
      })}
    </section>
  )
}

/** Long stretches without a change are cut in their middle. */
function shortened(text: string): string {
  return text.length <= 300 ? text : `${text.slice(0, 140)} […] ${text.slice(-140)}`
}
