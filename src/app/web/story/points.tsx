import type { ComparedField, Point } from '../../../types.js'
import { safe } from '../../render/index.js'
import { makePaint, type Paint } from '../../render/paint.js'
import {
  differing,
  inConflict,
  isInferred,
  type ShownValue,
  SIGNS,
  sameWords,
  sentencesOf,
  showField,
  signOf,
  voicesOf,
} from '../../render/point-view.js'
import { fieldWords, listWords, reportName, typeWords, whatWords } from '../../render/words.js'
import { href } from '../links.js'
import { ByHand } from '../parts/by-hand.js'
import { CorrectedMark, MARKS, Marked, Sides, When } from '../parts/words.js'
import { anchorOf, type StoryModel } from './model.js'

const PAINT: Paint = { ...makePaint(false), ...MARKS }

const HEADINGS = {
  conflict: ['In conflict', 'Reports give values that cannot both be true.'],
  agree: ['Agreed', 'Reports of different origin say it, perhaps in other words.'],
  single: ['Only one', 'One report, or one and its copies, has it; the others are silent.'],
} as const

/** Which points are shown; empty lists show all. */
export interface PointFilter {
  readonly reports: readonly string[]
  readonly statuses: readonly string[]
  readonly types: readonly string[]
}

function isShown(point: Point, { reports, statuses, types }: PointFilter, model: StoryModel): boolean {
  const letters = point.in.map((id) => model.letters.get(id)!)
  return (
    (statuses.length === 0 || statuses.includes(point.status)) &&
    (types.length === 0 || types.includes(point.event.event)) &&
    (reports.length === 0 || reports.some((letter) => letters.includes(letter)))
  )
}

/** All points by how they stand, conflicts first. */
export function Points({ model, filter }: { model: StoryModel; filter: PointFilter }) {
  return (
    <div class="points">
      <Legend />
      {(['conflict', 'agree', 'single'] as const).map((status) => (
        <Section model={model} filter={filter} status={status} />
      ))}
    </div>
  )
}

/** What the signs before the fields mean, once. */
function Legend() {
  return (
    <p class="quiet signs">
      {Object.values(SIGNS).map(([sign, words]) => (
        <span>
          <b aria-hidden="true">{sign}</b> {words}
        </span>
      ))}
      <span>silent: does not mention it</span>
    </p>
  )
}

function Section(props: { model: StoryModel; filter: PointFilter; status: Point['status'] }) {
  const { model, filter, status } = props
  const { points } = model.comparison
  const here = points.filter((point) => point.status === status)
  if (here.length === 0) return null
  const [title, about] = HEADINGS[status]
  const shown = here.filter((point) => isShown(point, filter, model))
  return (
    <section id={status} class={`standing ${status}`} hidden={shown.length === 0}>
      <h2>
        {title} <span class="count">{here.length}</span>
      </h2>
      <p class="quiet about">{about}</p>
      {here.map((point) => (
        <PointCard model={model} point={point} hidden={!shown.includes(point)} />
      ))}
    </section>
  )
}

function PointCard({ model, point, hidden }: { model: StoryModel; point: Point; hidden: boolean }) {
  const number = model.comparison.points.indexOf(point) + 1
  const { event } = point
  return (
    <article
      id={`p${number}`}
      class={`point ${point.status}`}
      tabindex={0}
      hidden={hidden}
      aria-labelledby={`t${number}`}
      data-point={number}
      data-status={point.status}
      data-type={event.event}
      data-reports={point.in.map((id) => model.letters.get(id)).join(' ')}
    >
      <h3 id={`t${number}`}>
        <span class="number">{number}</span> <Sides event={event} names={model.names} />
      </h3>
      <p class="what">
        <span class="kind">{typeWords(event)}</span> <span dir="auto">{whatWords(event)}</span>
      </p>
      <Facts model={model} point={point} number={number} />
      <Fields model={model} point={point} number={number} />
      <Sentences model={model} point={point} number={number} />
      <HandRecords point={point} />
    </article>
  )
}

/** What people recorded of it by hand: beside the reports, and in none of the fields above. */
function HandRecords({ point }: { point: Point }) {
  return point.event.mentions.map(
    ({ said_by_person, text }) =>
      said_by_person && (
        <p class="quiet">
          <ByHand said={said_by_person} />: <q dir="auto">{safe(text)}</q>
        </p>
      ),
  )
}

interface PartProps {
  readonly model: StoryModel
  readonly point: Point
  readonly number: number
}

/** When, where, told by whom; and who is silent. */
function Facts({ model, point, number }: PartProps) {
  const { event } = point
  return (
    <p class="facts">
      {inConflict(point, 'date') ? (
        <span class="in-conflict">date in conflict</span>
      ) : (
        <When date={event.date} />
      )}
      {inConflict(point, 'place') ? (
        <span class="in-conflict">place in conflict</span>
      ) : (
        event.event_loc && <bdi>{safe(event.event_loc.name)}</bdi>
      )}
      {event.background && <span>background</span>}
      <CorrectedMark event={event} />
      {event.denied_by.length > 0 && (
        <span class="in-conflict">denied by {listWords(event.denied_by.map(({ name }) => safe(name)))}</span>
      )}
      <span>
        told by <Letters model={model} ids={point.in} number={number} />
      </span>
      {point.silent.length > 0 && (
        <span class="silent">silent: {point.silent.map((id) => model.letters.get(id)).join(' ')}</span>
      )}
      <a class="why" href={href.event(event.id)}>
        Why<span class="hidden">, for point {number}</span>
      </a>
    </p>
  )
}

/** Letters of reports, each leading to the sentence with which it tells the point. */
function Letters({ model, ids, number }: { model: StoryModel; ids: readonly string[]; number: number }) {
  return (
    <span class="letters">
      {ids.map((id) => {
        const letter = model.letters.get(id)!
        return (
          <a class="letter" href={`#${anchorOf(letter, number)}`} title={outletOf(model, id)}>
            {letter}
          </a>
        )
      })}
    </span>
  )
}

function outletOf({ comparison }: StoryModel, id: string): string {
  return reportName(comparison.reports.find((report) => report.id === id)!)
}

function Fields({ model, point, number }: PartProps) {
  const listed = differing(point)
  const same = sameWords(point)
  if (point.in.length < 2) return null
  return (
    <>
      {listed.length > 0 && (
        <dl class="fields">
          {listed.map((field) => (
            <Field model={model} field={field} number={number} />
          ))}
        </dl>
      )}
      {same.length > 0 && (
        <p class="same">
          <span aria-hidden="true">= </span>the same: {same.join(', ')}
        </p>
      )}
    </>
  )
}

const KINDS: Readonly<Record<NonNullable<ComparedField['kind']>, string>> = {
  conflict: 'conflict',
  update: 'a later report has more',
  spelling: 'the same, spelled differently',
  wording: 'the same, in other words',
  precision: 'one says more exactly',
  extra: 'only one has it',
}

/** The values of a field beside each other, the words that differ marked. */
function Field({ model, field, number }: { model: StoryModel; field: ComparedField; number: number }) {
  const { values } = showField(field, PAINT)
  const about = isInferred(field) ? SIGNS.inferred[1] : field.kind ? KINDS[field.kind] : 'not said by all'
  return (
    <div class={`field ${field.kind ?? ''}`}>
      <dt title={about}>
        <span class="sign" aria-hidden="true">
          {signOf(field)}
        </span>{' '}
        {fieldWords(field.field)} <span class="hidden">({about})</span>
      </dt>
      <dd>
        {values.map((value) => (
          <Value model={model} value={value} number={number} />
        ))}
      </dd>
    </div>
  )
}

function Value({ model, value, number }: { model: StoryModel; value: ShownValue; number: number }) {
  const remark = value.remark(value.reports)
  return (
    <div class="value">
      <bdi>
        <Marked text={value.text} />
      </bdi>
      {remark && <span class="quiet">{remark}</span>}{' '}
      <Letters model={model} ids={value.reports} number={number} />
    </div>
  )
}

/** The sentences it rests on, in the reports' own words; open where they conflict. */
function Sentences({ model, point, number }: PartProps) {
  const voices = voicesOf(point, model.comparison)
  return (
    <details class="sentences" open={point.status === 'conflict'}>
      <summary>In the reports’ words</summary>
      {voices.map((voice) => (
        <blockquote>
          <Letters model={model} ids={voice.reports} number={number} />{' '}
          {sentencesOf(point, voice, PAINT.mark).map((sentence) => (
            <span dir="auto">
              <Marked text={sentence} />{' '}
            </span>
          ))}
        </blockquote>
      ))}
    </details>
  )
}
