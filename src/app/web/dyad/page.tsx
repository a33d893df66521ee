import { EventType, Kind } from '../../../records.js'
import { isBetween } from '../../../store/directions.js'
import { SCORE_FORMULA } from '../../dyad-lines.js'
import { counted, dateWords, typeWords } from '../../render/words.js'
import { Figure } from '../charts/figure.js'
import { monthsOf, scoreChart } from '../charts/scores.js'
import { href } from '../links.js'
import { Empty } from '../parts/layout.js'
import { signed } from '../parts/matrix.js'
import { Select } from '../parts/select.js'
import { address, type DyadModel, dyadTitle, eventsIn, silenceOf, WAYS } from './model.js'
import { Side } from './side.js'
import { Timeline } from './timeline.js'
import { Apart, Ways } from './ways.js'

export function DyadPage({ model }: { model: DyadModel }) {
  const { pair, names, query, allPeriods } = model
  const total = eventsIn(allPeriods.filter(({ direction }) => isBetween(direction)))
  return (
    <>
      <header class="head">
        <p class="over">Dyad · {counted(total, 'event')} between the two</p>
        <h1>
          <a href={href.state(pair[0])}>{names(pair[0])}</a> –{' '}
          <a href={href.state(pair[1])}>{names(pair[1])}</a>
          {query.former && model.past.length > 0 && (
            <span class="quiet">, with {model.past.map(names).join(', ')}</span>
          )}
        </h1>
      </header>
      {isEmpty(model) ? <Nothing /> : <Told model={model} />}
    </>
  )
}

const isEmpty = ({ allPeriods, past, query }: DyadModel): boolean =>
  allPeriods.length === 0 && past.length === 0 && Object.values(query).every((choice) => choice === '')

/** Where there is nothing to filter and nothing to take along. */
const Nothing = () => (
  <Empty title="No report read tells of an event between the two.">
    That does not mean that there was none. <a href="/">Drop reports</a> that tell of one, or look at{' '}
    <a href="/dyads">the dyads in the record</a>.
  </Empty>
)

function Told({ model }: { model: DyadModel }) {
  const { events, names, query } = model
  return (
    <>
      <Scores model={model} />
      <Ways model={model} />
      <Zoom model={model} />
      <Filters model={model} />
      <div class="beside dyad">
        <section aria-label="Timeline">
          <Timeline
            events={events.items}
            silence={silenceOf(query)}
            names={names}
            reported={model.reported}
          />
          <Apart model={model} />
          {events.next && (
            <p class="more">
              <a rel="next" href={address(model, { after: events.next })}>
                Earlier
              </a>
            </p>
          )}
        </section>
        <Side model={model} />
      </div>
    </>
  )
}

export const SCORE_SUBTITLE =
  'Sum of PLOVER scores a month: cooperation above zero, conflict below; the dot is their sum. Shaded: '
export const SCORE_SOURCE = `Source: reports in this Rapport record. ${SCORE_FORMULA}`

function Scores({ model }: { model: DyadModel }) {
  const months = monthsOf(model.periods)
  const rest = model.periods.filter(({ period, direction }) => period.length !== 7 || !isBetween(direction))
  if (months.length === 0) return null
  const title = `${dyadTitle(model.pair, model.names)}, month by month`
  return (
    <Figure
      drawing={scoreChart(months, title, (month) => address(model, { in: month }))}
      title={title}
      subtitle={SCORE_SUBTITLE + silenceOf(model.query)}
      source={SCORE_SOURCE}
      head={['Month', 'Cooperation', 'Conflict', 'Sum', 'Events']}
      rows={months.map(({ month, up, down, events }) => [
        dateWords(month),
        signed(up),
        signed(down),
        signed(up + down),
        String(events),
      ])}
    >
      {rest.length > 0 &&
        `Not drawn: ${counted(
          rest.reduce((sum, { events }) => sum + events, 0),
          'event',
        )} whose month is not known, or not between the two.`}
    </Figure>
  )
}

/** Years, then the months of a year, then back. */
function Zoom({ model }: { model: DyadModel }) {
  const { query, allPeriods } = model
  const years = [...new Set(allPeriods.flatMap(({ period }) => period.match(/^\d{4}/) ?? []))].sort()
  const year = query.in.slice(0, 4)
  const months = [...new Set(allPeriods.map(({ period }) => period))].filter(
    (p) => year && p.startsWith(`${year}-`),
  )
  const month = query.in.slice(0, 7)
  const days = [
    ...new Set(model.events.items.flatMap(({ date }) => date?.match(/^\d{4}-\d\d-\d\d$/)?.[0] ?? [])),
  ]
  return (
    <nav class="zoom" aria-label="Time">
      <Steps
        model={model}
        label="Year"
        steps={['', ...years]}
        chosen={year}
        words={(step) => step || 'all'}
      />
      {year && (
        <Steps
          model={model}
          label="Month"
          steps={months}
          chosen={month}
          words={(step) => dateWords(step).split(' ')[0]!}
        />
      )}
      {month.length === 7 && days.length > 1 && (
        <Steps
          model={model}
          label="Day"
          steps={days.filter((day) => day.startsWith(month)).sort()}
          chosen={query.in}
          words={(step) => String(Number(step.slice(8)))}
        />
      )}
    </nav>
  )
}

interface StepsProps {
  readonly model: DyadModel
  readonly label: string
  readonly steps: readonly string[]
  readonly chosen: string
  readonly words: (step: string) => string
}

function Steps({ model, label, steps, chosen, words }: StepsProps) {
  return (
    <p>
      <span class="quiet">{label}</span>{' '}
      {steps.map((step) => (
        <a
          class="step"
          href={address(model, { in: step })}
          aria-current={step === chosen ? 'true' : undefined}
          title={step ? dateWords(step) : 'all years'}
        >
          {words(step)}
        </a>
      ))}
    </p>
  )
}

function Filters({ model }: { model: DyadModel }) {
  const { pair, names, query } = model
  const [one, other] = pair
  return (
    <form class="filters" action={href.dyad(...pair)} data-auto>
      {query.in && <input type="hidden" name="in" value={query.in} />}
      <Select
        name="kind"
        label="Kind"
        chosen={query.kind}
        options={[...Kind.options.map((kind) => [kind, kind] as const), ['none', 'other']]}
      />
      <Select
        name="type"
        label="Type"
        chosen={query.type}
        options={EventType.options.map(
          (type) => [type, typeWords({ event: type, mode: null, aux: null })] as const,
        )}
      />
      <Select
        name="told"
        label="Told as"
        chosen={query.told}
        options={[
          ['news', 'news'],
          ['background', 'background'],
        ]}
        all="news or background"
      />
      <Select
        name="direction"
        label="Direction"
        chosen={query.direction}
        options={WAYS.map(([direction, words]) => [direction, words(names(one), names(other))] as const)}
        all="both"
      />
      {model.past.length > 0 && (
        <Select
          name="former"
          label="Former states"
          chosen={query.former}
          options={[['1', `with ${model.past.map(names).join(', ')}`]]}
          all="left out"
        />
      )}
      <button type="submit">Show</button>
    </form>
  )
}
