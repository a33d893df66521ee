import { controlWords } from '../../render/carriers.js'
import { safe } from '../../render/index.js'
import { counted, reportName, typeWords } from '../../render/words.js'
import { href, outside } from '../links.js'
import { Empty } from '../parts/layout.js'
import { StandingNote } from '../parts/standing.js'
import { Letter, When } from '../parts/words.js'
import { Carriers } from './carriers.js'
import { originsOf, type StoryModel } from './model.js'
import { type PointFilter, Points } from './points.js'
import { summaryOf } from './summary.js'
import { Texts } from './texts.js'

const STATUSES = [
  ['conflict', 'in conflict'],
  ['agree', 'agreed'],
  ['single', 'in one only'],
] as const

/** The reports of a story side by side: who tells it, what they agree on, where they differ, in which words. */
export function StoryPage({ model, filter }: { model: StoryModel; filter: PointFilter }) {
  const { comparison, title } = model
  return (
    <>
      <header class="head">
        <p class="over">Story · {countsWords(model)}</p>
        <h1 dir="auto">{safe(title ?? 'Untitled story')}</h1>
      </header>
      <div class="story-top">
        <Sources model={model} />
        <Summary model={model} />
      </div>
      {comparison.points.length === 0 ? (
        <Empty title="No event between states was found in these reports.">
          Open a report to see which names were found in it, or read more reports on this story.
        </Empty>
      ) : (
        <>
          <Carriers model={model} />
          <Filters model={model} filter={filter} />
          <div class="beside">
            <Points model={model} filter={filter} />
            <Texts model={model} />
          </div>
        </>
      )}
    </>
  )
}

/** "5 reports of 2 origins (…), 1 withdrawn", "2 reports, none copies another": what was withdrawn does not count. */
function countsWords({ comparison: { reports } }: StoryModel): string {
  const standing = reports.filter(({ standing }) => standing !== 'withdrawn')
  const origins = new Set(standing.map(({ origin }) => origin)).size
  const gone = reports.length - standing.length
  const copies =
    origins < standing.length
      ? ` of ${counted(origins, 'origin')} (copies of one text are one origin)`
      : ', none copies another'
  const told = counted(standing.length, 'report') + (standing.length > 1 ? copies : '')
  return gone > 0 ? `${told}, ${gone} withdrawn` : told
}

/** Who tells it; copies under the report whose words they carry. */
function Sources({ model }: { model: StoryModel }) {
  return (
    <section aria-label="Reports">
      <ul class="sources">
        {originsOf(model).map(({ first, copies }) => (
          <li class="source" id={`report-${model.letters.get(first.id)}`}>
            <Source model={model} id={first.id} />
            {copies.length > 0 && (
              <div class="copies">
                <p class="quiet">same words, {model.stored.get(first.id)?.origin?.reason.rule}:</p>
                {copies.map(({ id }) => (
                  <Source model={model} id={id} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Source({ model, id }: { model: StoryModel; id: string }) {
  const compared = model.comparison.reports.find((report) => report.id === id)!
  const { report } = model.stored.get(id)!
  const web = outside(report.url)
  return (
    <div class="source-line">
      <Letter letter={model.letters.get(id)!} />
      <div>
        <p class="outlet">
          <bdi>{reportName(compared)}</bdi>
        </p>
        <p class="source-title" dir="auto">
          <a href={href.report(id)}>{safe(compared.title ?? report.file)}</a>
        </p>
        <p class="facts">
          <When date={compared.published} />
          {compared.outlet_country && (
            <span title={`source of this mark: ${safe(compared.outlet_source ?? '')}`}>
              {controlWords(compared.outlet_country, compared.outlet_control, model.names)}
            </span>
          )}
          {web && (
            <a href={web} rel="noreferrer noopener">
              Original
            </a>
          )}
        </p>
        <StandingNote report={compared} />
        {compared.withdrawn_copies.length > 0 && (
          <p class="stand withdrawn">
            same words as {compared.withdrawn_copies.map((copy) => model.letters.get(copy)).join(' ')}, which
            was withdrawn
          </p>
        )}
      </div>
    </div>
  )
}

function Summary({ model }: { model: StoryModel }) {
  const sentences = summaryOf(model.comparison)
  const { points } = model.comparison
  const count = (status: string) => points.filter((point) => point.status === status).length
  return (
    <section class="summary" aria-label="In short">
      <p class="counts">
        {STATUSES.map(([status, words]) => (
          <a
            class={count(status) > 0 ? `tag ${status}` : 'tag none'}
            href={count(status) > 0 ? `#${status}` : undefined}
          >
            {count(status)} {words}
          </a>
        ))}
      </p>
      {sentences.length > 0 && (
        <ul>
          {sentences.map(({ text, target }) => (
            <li>
              <a href={`#${target}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      <Actions id={model.id} />
    </section>
  )
}

function Actions({ id }: { id: string }) {
  const file = (end: string) => `${href.story(id)}.${end}`
  return (
    <p class="actions">
      <button type="button" data-copy={file('md')} hidden>
        Copy as Markdown
      </button>
      <button type="button" data-print hidden>
        Print
      </button>
      <span>
        Download:{' '}
        <a href={file('md')} download="">
          Markdown
        </a>
        {', '}
        <a href={file('json')} download="">
          JSON
        </a>
        {', '}
        <a href={file('csv')} download="">
          CSV
        </a>
      </span>
      <span role="status" class="quiet" data-said />
    </p>
  )
}

function Filters({ model, filter }: { model: StoryModel; filter: PointFilter }) {
  const { points } = model.comparison
  const present = STATUSES.filter(([status]) => points.some((point) => point.status === status))
  const types = new Map(
    points.map(({ event }) => [event.event, typeWords({ ...event, mode: null, aux: null })]),
  )
  return (
    <form class="filters" data-filters aria-label="Which points are shown">
      <Choice name="status" legend="Status" options={present} chosen={filter.statuses} />
      <Choice
        name="report"
        legend="Told by"
        options={[...model.letters.values()].map((letter) => [letter, letter] as const)}
        chosen={filter.reports}
      />
      <Choice name="type" legend="Kind" options={[...types].sort()} chosen={filter.types} />
      <button type="submit">Show</button>
    </form>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen: readonly string[]
}

function Choice({ name, legend, options, chosen }: ChoiceProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label class="choice">
          <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
