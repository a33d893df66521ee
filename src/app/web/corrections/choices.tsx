import type { PropsWithChildren } from 'hono/jsx'
import type { CorrectionError } from '../../correcting/index.js'
import { safe } from '../../render/index.js'
import type { Filled } from './form.js'
import { Signature } from './parts.js'

interface FormProps {
  readonly filled: Filled
  readonly by: string
  /** Why it was not taken. */
  readonly problem: CorrectionError | null
  readonly back: string
}

/** A form of several choices, of which the chosen one shows what it needs; then why, and who says so. */
export function ChoiceForm({ filled, by, problem, back, children }: PropsWithChildren<FormProps>) {
  return (
    <form class="correct" method="post">
      {problem && (
        <p class="note refused" role="alert">
          <strong>Not saved:</strong> {safe(problem.message)}; {safe(problem.hint)}.
        </p>
      )}
      <fieldset>
        <legend>What is wrong?</legend>
        {children}
      </fieldset>
      <Signature by={by} reason={String(filled.reason ?? '')} />
      <p class="send">
        <button type="submit" class="main">
          Save the correction
        </button>{' '}
        <a href={back}>Back without saving</a>
      </p>
    </form>
  )
}

interface ChoiceProps {
  readonly action: string
  readonly label: string
  readonly filled: Filled
}

/** One choice, with what it needs below. */
export function Choice({ action, label, filled, children }: PropsWithChildren<ChoiceProps>) {
  return (
    <div class="wrong">
      <label>
        <input type="radio" name="action" value={action} required checked={filled.action === action} />{' '}
        {label}
      </label>
      {children !== undefined && <div class="needs">{children}</div>}
    </div>
  )
}

interface OptionsProps {
  readonly name: string
  readonly label: string
  readonly filled: Filled
  readonly options: readonly (readonly [value: string, words: string])[]
  /** What stands first where nothing need be chosen. */
  readonly none?: string
}

export function Options({ name, label, filled, options, none }: OptionsProps) {
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {none && <option value="">{none}</option>}
        {options.map(([value, words]) => (
          <option value={value} selected={filled[name] === value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  )
}

interface TextProps {
  readonly name: string
  readonly label: string
  readonly filled: Filled
  readonly hint?: string
}

export function Text({ name, label, filled, hint }: TextProps) {
  return (
    <p>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        value={String(filled[name] ?? '')}
        autocomplete="off"
        dir="auto"
        aria-describedby={hint && `${name}-hint`}
      />
      {hint && (
        <span id={`${name}-hint`} class="quiet">
          {hint}
        </span>
      )}
    </p>
  )
}

interface ChecksProps {
  readonly legend: string
  readonly filled: Filled
  readonly options: readonly (readonly [value: string, words: unknown])[]
}

/** Of these, the ones that are another. */
export function Checks({ legend, filled, options }: ChecksProps) {
  return (
    <fieldset class="taken">
      <legend>{legend}</legend>
      {options.map(([value, words]) => (
        <label>
          <input type="checkbox" name="part" value={value} checked={filled.part?.includes(value) ?? false} />{' '}
          {words}
        </label>
      ))}
    </fieldset>
  )
}
