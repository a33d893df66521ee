import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { joinEntities } from '../../../merging/entities.js'
import type { NameRules } from '../../../resolving/similarity-rules.js'
import type { Entity } from '../../../types.js'
import { groupBy } from '../groups.js'
import { earlierHalf } from '../halves.js'
import type { Figure, Half, Item, Score } from '../score.js'

const GROUPS = 'names/eu_person_groups_dev.jsonl'
const FIGURES: readonly Figure[] = [
  {
    name: 'B-cubed F1',
    formula: 'f1',
    of: 'spelling',
    goal: 0.85,
    beside: 'a perfect joiner of similar-looking names about 0.89',
  },
  { name: 'precision', formula: 'precision', of: 'spelling', goal: null, beside: null },
  { name: 'recall', formula: 'recall', of: 'spelling', goal: null, beside: null },
]

const isLatin = (name: string): boolean => /^[\p{Script=Latin}\P{L}]+$/u.test(name)

const person = (name: string, i: number): Entity => ({
  id: `person:xxx:${String(i).padStart(6, '0')}`,
  name,
  names: [name],
  kind: 'person',
  country: null,
  office: null,
})

interface Spelling {
  readonly name: string
  /** Position of the person that it belongs to. */
  readonly group: number
  /** The entity that it was joined to. */
  readonly found: string
}

/** All spellings of all persons of a half in one heap, joined as merging does. */
function joined(groups: readonly (readonly string[])[], rules: NameRules): Spelling[] {
  const heap = groups.flatMap((names, group) => names.map((name) => ({ name, group })))
  const entities = heap.map(({ name }, i) => person(name, i))
  const canon = joinEntities(entities, rules)
  return heap.map((one, i) => ({ ...one, found: canon.get(entities[i]!.id)!.id }))
}

function missOf(own: readonly Spelling[], clusters: ReadonlyMap<string, readonly Spelling[]>): string | null {
  const parts = [...groupBy(own, ({ found }) => found).values()]
  const strangers = [...new Set(own.map(({ found }) => found))].flatMap((id) =>
    clusters.get(id)!.filter(({ group }) => group !== own[0]!.group),
  )
  if (parts.length < 2 && strangers.length === 0) return null
  const split = parts.map((part) => part.map(({ name }) => name).join('; ')).join(' | ')
  const taken = strangers.length ? `; joined with ${strangers.map(({ name }) => name).join('; ')}` : ''
  return `wanted one person, found ${split}${taken}`
}

/** Bagga and Baldwin 1998: of each spelling, the share of its cluster that is its person, and of its person in it. */
function itemsOf(groups: readonly (readonly string[])[], half: Half, rules: NameRules): Item[] {
  const spellings = joined(groups, rules)
  const clusters = groupBy(spellings, ({ found }) => found)
  return [...groupBy(spellings, ({ group }) => group).values()].map((own): Item => {
    const together = groupBy(own, ({ found }) => found)
    const shares = (whole: (id: string) => number) =>
      own.reduce((total, { found }) => total + together.get(found)!.length / whole(found), 0)
    const correct = shares((id) => clusters.get(id)!.length)
    const covered = shares(() => own.length)
    return {
      key: own.map(({ name }) => name).join('|'),
      half,
      tallies: { spelling: { found: own.length, correct, gold: own.length, covered } },
      miss: missOf(own, clusters),
    }
  })
}

/** Spellings of one person joined, and those of different persons kept apart. */
export const spellings: Score = {
  name: 'spellings',
  about:
    'Latin spellings of the persons in lists of the European Union. All spellings of a half lie in one heap, without country or office, and are joined as merging joins persons; precision and recall are B-cubed, a mean over spellings.',
  needs: [GROUPS],
  measure: async (lab) => {
    const lines = readFileSync(join(lab.data!, GROUPS), 'utf8').split('\n').filter(Boolean)
    const groups = lines.map((line) => (JSON.parse(line) as { names: string[] }).names)
    const rules = lab.engine().merging.names
    const items = (['tune', 'test'] as const).flatMap((half) => {
      const mine = groups.filter((names) => earlierHalf(names[0]!) === half)
      return itemsOf(
        mine.map((names) => [...new Set(names)].filter(isLatin)),
        half,
        rules,
      )
    })
    return [{ set: 'EU persons', figures: FIGURES, items }]
  },
}
