import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SAME_NAME, type Similarity, similarNames } from '../../../resolving/similarity.js'
import { similarOrganisations } from '../../../resolving/similarity-organisations.js'
import type { NameRules } from '../../../resolving/similarity-rules.js'
import { earlierHalf } from '../halves.js'
import type { Figure, Item, Score } from '../score.js'

const CASES = 'names/name_bench_cases.csv'

interface Case {
  readonly kind: string
  readonly a: string
  readonly b: string
  readonly same: boolean
}

const figuresOf = (goal: number, beside: string): Figure[] => [
  { name: 'F1', formula: 'f1', of: 'pair', goal, beside },
  { name: 'precision', formula: 'precision', of: 'pair', goal: null, beside: null },
  { name: 'recall', formula: 'recall', of: 'pair', goal: null, beside: null },
]

/** Fields of a line of CSV, quoted or not. */
const fields = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '',
  )

function readCases(text: string): Case[] {
  const [head, ...lines] = text.split(/\r?\n/).filter(Boolean)
  const names = fields(head!)
  const at = (row: readonly string[], name: string): string => row[names.indexOf(name)]!
  return lines.map(fields).map((row) => ({
    kind: at(row, 'schema'),
    a: at(row, 'name1'),
    b: at(row, 'name2'),
    same: at(row, 'is_match') === 'true',
  }))
}

const likeness = ({ kind, a, b }: Case, rules: NameRules): Similarity =>
  kind === 'Person' ? similarNames(a, b, rules) : similarOrganisations(a, b, rules)

/** Pairs that share their second name fall into one half. */
function itemOf(one: Case, rules: NameRules): Item {
  const { kind, a, b, same } = one
  const { score, rule } = likeness(one, rules)
  const found = score >= SAME_NAME
  const right = Number(found && same)
  const wanted = same ? 'one' : 'two'
  return {
    key: JSON.stringify(one),
    half: earlierHalf(b),
    tallies: { pair: { found: Number(found), correct: right, gold: Number(same), covered: right } },
    miss: found === same ? null : `wanted ${wanted}: ${kind} ${a} | ${b}; found ${score.toFixed(2)}, ${rule}`,
  }
}

/** Whether two names are one. */
export const names: Score = {
  name: 'names',
  about:
    'Labelled pairs of names of persons and organisations, half of them of two different ones: two names are taken as one when their similarity reaches the threshold that merging uses.',
  needs: [CASES],
  measure: async (lab) => {
    const cases = readCases(readFileSync(join(lab.data!, CASES), 'utf8'))
    const rules = lab.engine().merging.names
    const items = (list: readonly Case[]) => list.map((one) => itemOf(one, rules))
    const persons = cases.filter(({ kind }) => kind === 'Person')
    return [
      { set: 'name_bench, all', figures: figuresOf(0.84, 'best matcher known 0.79'), items: items(cases) },
      {
        set: 'name_bench, persons',
        figures: figuresOf(0.8, 'best matcher known 0.742'),
        items: items(persons),
      },
    ]
  },
}
