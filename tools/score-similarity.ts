/** Scores the likeness of names: labelled pairs (CSV: schema, name1, name2, is_match) by F1, and groups of spellings of
 *  one person (JSONL: names) by B-cubed, all persons mixed and without their countries.
 *  npm run score:similarity -- [--pairs FILE] [--groups FILE]... [--errors]     Rules are tuned on the half called "tune". */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { joinEntities } from '../src/merging/persons.js'
import { SAME_NAME, type Similarity, similarNames } from '../src/resolving/similarity.js'
import { similarOrganisations } from '../src/resolving/similarity-organisations.js'
import { type NameRules, parseNameRules } from '../src/resolving/similarity-rules.js'
import type { Entity } from '../src/types.js'

type Half = 'tune' | 'test'

interface Case {
  readonly kind: string
  readonly a: string
  readonly b: string
  readonly same: boolean
}

interface Counts {
  right: number
  found: number
  gold: number
}

const path = new URL('../codebook/romanisation.yaml', import.meta.url)
const rules: NameRules = parseNameRules({ name: 'romanisation.yaml', text: readFileSync(path, 'utf8') })

/** FNV-1a of an item, one bit of it. */
function halfOf(item: string): Half {
  let hash = 2166136261
  for (let i = 0; i < item.length; i++) hash = Math.imul(hash ^ item.charCodeAt(i), 16777619) >>> 0
  return ((hash >>> 7) & 1) === 0 ? 'tune' : 'test'
}

/** Fields of a line of CSV, quoted or not. */
const fields = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '',
  )

function readCases(text: string): Case[] {
  const [head, ...lines] = text.split(/\r?\n/).filter(Boolean)
  const column = new Map(fields(head!).map((name, i) => [name, i]))
  const at = (row: readonly string[], name: string): string => row[column.get(name)!]!
  return lines.map(fields).map((row) => ({
    kind: at(row, 'schema'),
    a: at(row, 'name1'),
    b: at(row, 'name2'),
    same: at(row, 'is_match') === 'true',
  }))
}

const f1 = ({ right, found, gold }: Counts): string =>
  `P ${(right / found).toFixed(3)} R ${(right / gold).toFixed(3)} F1 ${((2 * right) / (found + gold)).toFixed(3)}`

const likeness = (c: Case): Similarity =>
  c.kind === 'Person' ? similarNames(c.a, c.b, rules) : similarOrganisations(c.a, c.b, rules)

/** Pairs that share their second name fall into one half. */
function scorePairs(file: string, errors: boolean): void {
  const cases = readCases(readFileSync(file, 'utf8'))
  for (const half of ['tune', 'test'] as const) {
    const mine = cases.filter((c) => halfOf(c.b) === half)
    for (const [what, list] of [
      ['all', mine],
      ['persons', mine.filter((c) => c.kind === 'Person')],
    ] as const)
      console.log(
        `${half} ${what.padEnd(8)} ${list.length} pairs ${f1(count(list, errors && half === 'tune' && what === 'all'))}`,
      )
  }
}

function count(cases: readonly Case[], errors: boolean): Counts {
  const out = { right: 0, found: 0, gold: 0 }
  for (const c of cases) {
    const { score, rule } = likeness(c)
    const found = score >= SAME_NAME
    out.found += Number(found)
    out.gold += Number(c.same)
    out.right += Number(found && c.same)
    if (errors && found !== c.same)
      console.log(`${c.same ? '+' : '-'} ${c.kind}\t${c.a}\t${c.b}\t${score.toFixed(2)} ${rule}`)
  }
  return out
}

const isLatin = (name: string): boolean => /^[\p{Script=Latin}\P{L}]+$/u.test(name)

const person = (name: string, i: number): Entity => ({
  id: `person:xxx:${String(i).padStart(6, '0')}`,
  name,
  names: [name],
  kind: 'person',
  country: null,
  office: null,
})

function scoreGroups(file: string, errors: boolean): void {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const groups = lines.map((line) => (JSON.parse(line) as { names: string[] }).names)
  for (const half of ['tune', 'test'] as const) {
    const mine = groups.filter((g) => halfOf(g[0]!) === half).map((g) => [...new Set(g)].filter(isLatin))
    const items = mine.flatMap((g, group) => g.map((name) => ({ name, group })))
    const entities = items.map((item, i) => person(item.name, i))
    const started = performance.now()
    const canon = joinEntities(entities, rules)
    const found = entities.map((e) => canon.get(e.id)!.id)
    const took = Math.round(performance.now() - started)
    console.log(
      `${half} ${items.length} spellings ${bCubed(
        items.map((x) => x.group),
        found,
      )} ${took} ms`,
    )
    if (errors && half === 'tune') showErrors(items, found)
  }
}

const tally = (keys: readonly (string | number)[]): Map<string | number, number> => {
  const out = new Map<string | number, number>()
  for (const key of keys) out.set(key, (out.get(key) ?? 0) + 1)
  return out
}

/** Bagga and Baldwin 1998: for each item, the share of its cluster that is its group and the share of its group in it. */
function bCubed(gold: readonly number[], found: readonly string[]): string {
  const [inGold, inFound] = [tally(gold), tally(found)]
  const both = tally(gold.map((g, i) => `${g} ${found[i]}`))
  const sum = (of: (i: number) => number): number => gold.reduce((s, _, i) => s + of(i), 0) / gold.length
  const shared = (i: number): number => both.get(`${gold[i]} ${found[i]}`)!
  const [p, r] = [
    sum((i) => shared(i) / inFound.get(found[i]!)!),
    sum((i) => shared(i) / inGold.get(gold[i]!)!),
  ]
  return `P ${p.toFixed(3)} R ${r.toFixed(3)} B-cubed F1 ${((2 * p * r) / (p + r)).toFixed(3)}`
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const out = new Map<K, T[]>()
  for (const item of items) out.set(keyOf(item), [...(out.get(keyOf(item)) ?? []), item])
  return out
}

function showErrors(items: readonly { name: string; group: number }[], found: readonly string[]): void {
  const clusters = groupBy(items, (x) => found[items.indexOf(x)]!)
  for (const list of clusters.values())
    if (new Set(list.map((x) => x.group)).size > 1)
      console.log(`merged\t${list.map((x) => `${x.name} <${x.group}>`).join(' ; ')}`)
  const groups = groupBy(items, (x) => x.group)
  for (const list of groups.values()) {
    const parts = groupBy(list, (x) => found[items.indexOf(x)]!)
    if (parts.size > 1)
      console.log(`split\t${[...parts.values()].map((p) => p.map((x) => x.name).join(' ; ')).join('  |  ')}`)
  }
}

const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    groups: { type: 'string', multiple: true, default: [] },
    errors: { type: 'boolean', default: false },
  },
})
if (!values.pairs && !values.groups.length) {
  console.error('usage: npm run score:similarity -- --pairs cases.csv --groups spellings.jsonl')
  process.exit(2)
}
if (values.pairs) scorePairs(values.pairs, values.errors)
for (const file of values.groups) scoreGroups(file, values.errors)
