import type { Child } from 'hono/jsx'
import { undoingOf } from '../../../correcting/index.js'
import type { Correction, Event, LogEntry } from '../../../types.js'
import { correctionWords, safe, valueWords } from '../../render/index.js'
import { href } from '../links.js'
import { When } from '../parts/words.js'

interface SignatureProps {
  readonly by: string
  readonly reason?: string
  /** Of the fields' ids, where a page has several forms. */
  readonly prefix?: string
}

/** Why, and who says so: every form that corrects ends with it. */
export function Signature({ by, reason = '', prefix = '' }: SignatureProps) {
  return (
    <div class="signature">
      <label for={`${prefix}reason`}>Reason</label>
      <Required id={`${prefix}reason`} name="reason" value={reason} most={2000} autocomplete="off" />
      <label for={`${prefix}by`}>Your name</label>
      <Required id={`${prefix}by`} name="by" value={by} most={200} autocomplete="name" />
    </div>
  )
}

interface RequiredProps {
  readonly id: string
  readonly name: string
  readonly value: string
  /** Characters. */
  readonly most: number
  readonly autocomplete: 'off' | 'name'
}

/** A line of text that must be given. */
function Required({ most, ...rest }: RequiredProps) {
  return <input {...rest} required maxlength={most} dir="auto" />
}

/** Who corrected it, when and why. */
function Signed({ by, at, reason }: Pick<LogEntry, 'by' | 'at' | 'reason'>) {
  return (
    <>
      <bdi>{safe(by)}</bdi>, <When date={at} />: <q dir="auto">{safe(reason)}</q>
    </>
  )
}

interface HistoryProps {
  /** Oldest first. */
  readonly log: readonly LogEntry[]
  /** The name that an undoing bears unless another is given. */
  readonly by: string
  /** How many are shown at most. */
  readonly most?: number
  /** Where an undoing leads back to. */
  readonly back?: 'log'
  readonly about?: (entry: LogEntry) => Child
}

/** Corrections, the latest first: what, by whom, when and why, and how to undo it. */
export function History({ log, most, by, back, about }: HistoryProps) {
  return (
    <ol class="log">
      {log
        .slice(most ? -most : 0)
        .toReversed()
        .map((entry) => {
          const undoing = undoingOf(log, entry.id)
          return (
            <li id={entry.id} class={undoing ? 'undone' : undefined}>
              <p>
                <code>{entry.id}</code> <strong>{correctionWords(entry)}</strong>
                {about && <> {about(entry)}</>}
              </p>
              <p class="quiet">
                <Signed {...entry} />
                {undoing && (
                  <>
                    {' '}
                    · undone by <a href={`#${undoing.id}`}>{undoing.id}</a>
                  </>
                )}
              </p>
              {!undoing && <Undo entry={entry} by={by} back={back} />}
            </li>
          )
        })}
    </ol>
  )
}

function Undo({ entry, by, back }: { entry: LogEntry; by: string; back: 'log' | undefined }) {
  return (
    <details>
      <summary>Undo {entry.id}</summary>
      <form class="undo" method="post" action={href.undo(entry.id)}>
        {back && <input type="hidden" name="back" value={back} />}
        <Signature by={by} prefix={`${entry.id}-`} />
        <button type="submit">Undo {entry.id}</button>
      </form>
    </details>
  )
}

/** Beside a value that a person gave: what the machine has, who says otherwise and why. */
export function Corrected({ correction }: { correction: Correction }) {
  const { entry, field, machine, action } = correction
  return (
    <span class="corrected">
      The machine has: <bdi>{valueWords(field, machine)}</bdi>.{' '}
      {action === 'reject' ? 'Rejected' : 'Corrected'} (<a href={`#${entry}`}>{entry}</a>) by{' '}
      <Signed {...correction} />
    </span>
  )
}

/** Said at the top of an event that a person rejected. */
export function RejectedNote({ event }: { event: Event }) {
  const rejection = event.corrections.find(({ action, field }) => action === 'reject' && field === null)
  if (!rejection) return null
  return (
    <p class="note rejected">
      <strong>Rejected</strong>, and so in no list and no sum (undo{' '}
      <a href={`#${rejection.entry}`}>{rejection.entry}</a> to have it back), by <Signed {...rejection} />
    </p>
  )
}
