import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeOf } from '../resolving/similarity-align.js'
import { readName } from '../resolving/similarity-name.js'
import { parseNameRules } from '../resolving/similarity-rules.js'
import type { Entity } from '../types.js'
import { joinEntities } from './entities.js'
import { candidates } from './persons-candidates.js'

const path = new URL('../../codebook/romanisation.yaml', import.meta.url)
const rules = parseNameRules({ name: 'romanisation.yaml', text: readFileSync(path, 'utf8') })

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-')
const person = (name: string, country: string | null = null, office: string | null = null): Entity => ({
  id: `person:${(country ?? 'xxx').toLowerCase()}:${slug(name)}`,
  name,
  names: [name],
  kind: 'person',
  country,
  office,
})
const body = (name: string, country: string): Entity => ({
  ...person(name, country),
  id: `organisation:${country.toLowerCase()}:${slug(name)}`,
  kind: 'organisation',
})

/** Names that became one, a list for each entity of the record. */
function joined(list: readonly Entity[]): string[][] {
  const canon = joinEntities(list, rules)
  const groups = new Map<string, string[]>()
  for (const e of list) {
    const id = canon.get(e.id)!.id
    groups.set(id, [...(groups.get(id) ?? []), e.name])
  }
  return [...groups.values()].map((g) => g.sort()).sort()
}

describe('persons of several reports', () => {
  it('are one by spelling, and keep spellings and office', () => {
    const [a, b] = [person('Choe Son Hui', 'PRK'), person('Choi Son Hui', 'PRK', 'foreign minister')]
    const one = joinEntities([a, b], rules).get(a.id)!
    expect(one.names).toEqual(['Choe Son Hui', 'Choi Son Hui'])
    expect(one).toMatchObject({ id: 'person:prk:choe-son-hui', office: 'foreign minister', country: 'PRK' })
  })

  it('bear the fullest name that no page furniture ran into', () => {
    const list = [person('Ivan Orlov', 'XAR'), person('Orlov Ivan Grigor OrlovPM', 'XAR')]
    const canon = joinEntities(list, rules)
    expect(list.map((e) => canon.get(e.id)!.name)).toEqual(['Ivan Orlov', 'Ivan Orlov'])
  })

  it.each([
    ['of two states', [person('Ivan Orlov', 'XAR'), person('Ivan Orlov', 'XBO')]],
    ['brothers', [person('Pavel Orlov', 'XAR'), person('Ivan Grigor Orlov', 'XAR')]],
    [
      'a surname that two bear',
      [person('Ivan Orlov', 'XAR'), person('Nina Orlov', 'XAR'), person('Orlov', 'XAR')],
    ],
    [
      'a king and his son',
      [person('Orlan', 'XAR', 'king'), person('Pavel bin Orlan', 'XAR', 'crown prince')],
    ],
    ['a surname without a state', [person('Ivan Orlov', 'XAR'), person('Orlov')]],
    [
      'an initial that two fit',
      [person('Ivan Orlov', 'XAR'), person('Igor Orlov', 'XAR'), person('I. Orlov', 'XAR')],
    ],
    ['a body and a person', [person('Orlov Guard', 'XAR'), body('Orlov Guard', 'XAR')]],
  ])('stay apart: %s', (_, list) => expect(joined(list)).toHaveLength(list.length))

  it('a son is not his father, and a queen without her number is the queen', () => {
    const [father, son] = [person('Ivan Orlov', 'XAR'), person('Ivan Orlov Jr.', 'XAR')]
    expect(joined([father, son])).toEqual([['Ivan Orlov'], ['Ivan Orlov Jr.']])
    expect(joined([person('Maria Elena', 'XAR'), person('Maria Elena II', 'XAR')])).toHaveLength(1)
  })

  it('a surname belongs to the only one of its state', () => {
    const list = [person('Ivan Orlov', 'XAR'), person('Nina Orlov', 'XBO'), person('Orlov', 'XAR')]
    expect(joined(list)).toEqual([['Ivan Orlov', 'Orlov'], ['Nina Orlov']])
  })

  it('a known state helps one that is not known', () => {
    expect(joined([person('Ivan Orlov', 'XAR'), person('Ivan Orlov')])).toEqual([
      ['Ivan Orlov', 'Ivan Orlov'],
    ])
  })

  it('bodies of one state are one by their words', () => {
    const list = [
      body('Ministry of Defence', 'XAR'),
      body('Ministry of Defense', 'XAR'),
      body('Ministry of Defence', 'XBO'),
    ]
    expect(joined(list)).toHaveLength(2)
  })

  it('come out the same in any order', () => {
    const list = [
      ...['Ivan Orlov', 'Iwan Orlow', 'I. Orlov', 'Orlov', 'Ivan Petrovich Orlov'].map((n) =>
        person(n, 'XAR'),
      ),
      ...['Orlov', 'Nina Orlova', 'Kim Jong Un', 'Jong-un Kim', 'Kim'].map((n) => person(n, 'XBO')),
    ]
    const expected = joined(list)
    const shuffled = fc.shuffledSubarray(list, { minLength: list.length })
    fc.assert(
      fc.property(shuffled, (other) => {
        expect(joined(other)).toEqual(expected)
      }),
    )
  })

  it('is found by the office where only a surname is told', () => {
    const [full, short] = [
      person('Ivan Orlov', 'XAR', 'foreign minister'),
      person('Orlov', null, 'foreign minister'),
    ]
    expect(joinEntities([full, short], rules).get(short.id)).toMatchObject({ id: full.id, country: 'XAR' })
  })
})

it('never sets all against all', () => {
  const parts = [
    'bar',
    'tol',
    'nik',
    'sem',
    'gud',
    'pol',
    'vam',
    'red',
    'kos',
    'lin',
    'dut',
    'fam',
    'zor',
    'pek',
  ]
  const names = parts.flatMap((a) => parts.flatMap((b) => parts.map((c) => `${a}${b} ${c}${a}o`)))
  const bearers = names.map((n) => ({ names: [readName(n, rules)], country: null }))
  let visits = 0
  candidates(bearers, rules, judgeOf(rules), () => {
    visits += 1
  })
  expect(visits).toBeLessThan(names.length * 30)
})
