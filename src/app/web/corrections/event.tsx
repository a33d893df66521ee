import * as records from '../../../records.js'
import type { ReportLine } from '../../../store/view.js'
import type { CorrectedField, Event } from '../../../types.js'
import type { CorrectionError } from '../../correcting/index.js'
import { fieldName, safe, valueWords } from '../../render/index.js'
import { dateWords, fileName, reportName, type StateNames, typeWords, whatWords } from '../../render/words.js'
import { href } from '../links.js'
import { Sides } from '../parts/words.js'
import { Checks, Choice, ChoiceForm, Options, Text } from './choices.js'
import type { Filled } from './form.js'

interface EventFormProps {
  readonly event: Event
  readonly outlets: ReadonlyMap<string, ReportLine>
  readonly names: StateNames
  /** Events of the same story. */
  readonly others: readonly Event[]
  readonly filled: Filled
  readonly by: string
  readonly problem: CorrectionError | null
}

/** Where a person corrects an event. */
export function EventForm({ event, names, outlets, others, filled, by, problem }: EventFormProps) {
  const fields = records.CorrectedField.options.map((field): [string, string] => [field, fieldName(field)])
  const present = fields.filter(([field]) => field !== 'event' && hasValue(event, field as CorrectedField))
  return (
    <>
      <header class="head">
        <p class="over">Correct an event · {typeWords(event)}</p>
        <h1>
          <Sides event={event} names={names} />
        </h1>
        <p class="lead" dir="auto">
          {whatWords(event)}
        </p>
      </header>
      <ChoiceForm filled={filled} by={by} problem={problem} back={href.event(event.id)}>
        <Choice action="value" label="A value is another" filled={filled}>
          <Options name="field" label="Which" filled={filled} options={fields} />
          <Text name="value" label="What it should be" filled={filled} hint={HINT} />
        </Choice>
        {present.length > 0 && (
          <Choice action="none" label="It has no such value" filled={filled}>
            <Options name="nothing" label="Which" filled={filled} options={present.map(withValue(event))} />
          </Choice>
        )}
        {event.mentions.length > 1 && (
          <Choice action="split" label="Some of its tellings are of another event" filled={filled}>
            <Checks legend="These are of another" filled={filled} options={tellings(event, outlets)} />
          </Choice>
        )}
        <Other action="merge" label="It is the same as another event" others={others} filled={filled} />
        <Other
          action="not-same"
          label="It is not the same as another, and never to be joined with it"
          others={others}
          filled={filled}
        />
        <Choice action="reject" label="There is no such event" filled={filled} />
      </ChoiceForm>
    </>
  )
}

const HINT =
  'Dates as 2025-10-27, 2025-10 or [..2024]; parties by name, id or state, with a comma between; a place as Tesk, XAR; numbers as “at least 12 killed; 30 injured”.'

function hasValue(event: Event, field: CorrectedField): boolean {
  const value = event[field]
  return value !== null && !(Array.isArray(value) && value.length === 0)
}

function withValue(event: Event) {
  return ([field, name]: [string, string]): [string, string] => [
    field,
    `${name}: ${valueWords(field as CorrectedField, event[field as CorrectedField])}`,
  ]
}

/** A value as it can be written again. */
export function writable(event: Event, field: CorrectedField): string {
  const value = event[field]
  if (value === null || typeof value === 'string') return value ?? ''
  if (!Array.isArray(value)) return [value.name, value.country ?? []].flat().join(', ')
  return value
    .map((one) => ('name' in one ? one.name : one.text))
    .join('name' in (value[0] ?? {}) ? ', ' : '; ')
}

function tellings(event: Event, outlets: EventFormProps['outlets']): [string, unknown][] {
  return event.mentions.map((mention) => {
    const told = outlets.get(mention.report)
    const words = (
      <span>
        <strong>
          <bdi>{told ? reportName(told) : safe(fileName(mention.file))}</bdi>
        </strong>{' '}
        <span dir="auto">{safe(mention.text)}</span>
      </span>
    )
    return [mention.id, words]
  })
}

interface OtherProps {
  readonly action: 'merge' | 'not-same'
  readonly label: string
  readonly others: readonly Event[]
  readonly filled: Filled
}

function Other({ action, label, others, filled }: OtherProps) {
  const options = others.map((event): [string, string] => [
    event.id,
    `${dateWords(event.date)}: ${typeWords(event)}, ${safe(event.summary)}`.slice(0, LONGEST),
  ])
  return (
    <Choice action={action} label={label} filled={filled}>
      {options.length > 0 && (
        <Options
          name={`${action}-other`}
          label="One of its story"
          filled={filled}
          options={options}
          none="– choose one, or give its id below –"
        />
      )}
      <Text name={`${action}-id`} label="Its id, or the address of its page" filled={filled} />
    </Choice>
  )
}

const LONGEST = 120
