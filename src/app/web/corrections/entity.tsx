import type { Entity } from '../../../types.js'
import type { CorrectionError } from '../../correcting/index.js'
import { safe } from '../../render/index.js'
import { listWords } from '../../render/words.js'
import { href } from '../links.js'
import { Checks, Choice, ChoiceForm, Text } from './choices.js'
import type { Filled } from './form.js'

interface EntityFormProps {
  readonly entity: Entity
  /** As reports name it. */
  readonly namings: readonly Entity[]
  readonly filled: Filled
  readonly by: string
  readonly problem: CorrectionError | null
}

/** Where a person corrects who somebody is, and what they are called. */
export function EntityForm({ entity, namings, filled, by, problem }: EntityFormProps) {
  const what = entity.kind === 'person' ? 'person' : 'organisation'
  const hint = `By name or id, or the address of its page.`
  return (
    <>
      <header class="head">
        <p class="over">Correct a {what}</p>
        <h1>
          <bdi>{safe(entity.name)}</bdi>
        </h1>
      </header>
      <ChoiceForm filled={filled} by={by} problem={problem} back={href.entity(entity)}>
        <Choice action="name" label="The name is another" filled={filled}>
          <Text
            name="name"
            label="How it is to be shown"
            filled={filled}
            hint="Its spellings stay as reports have them."
          />
        </Choice>
        <Choice action="merge" label={`It is the same ${what} as another`} filled={filled}>
          <Text name="merge-id" label="The other" filled={filled} hint={hint} />
        </Choice>
        {namings.length > 1 && (
          <Choice action="split" label={`Some of these names are another ${what}`} filled={filled}>
            <Checks legend="These are another" filled={filled} options={namings.map(namingWords)} />
          </Choice>
        )}
        <Choice
          action="not-same"
          label="It is not the same as another, and never to be joined with it"
          filled={filled}
        >
          <Text name="not-same-id" label="The other" filled={filled} hint={hint} />
        </Choice>
      </ChoiceForm>
    </>
  )
}

function namingWords({ id, name, names, office }: Entity): [string, unknown] {
  const others = names.filter((one) => one !== name).map(safe)
  const words = (
    <span>
      <strong>
        <bdi>{safe(name)}</bdi>
      </strong>
      {office && `, ${safe(office)}`}
      {others.length > 0 && <span class="quiet"> also {listWords(others)}</span>}
    </span>
  )
  return [id, words]
}
