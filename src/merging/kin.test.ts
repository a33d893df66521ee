import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseHouses } from './houses.js'
import { kinship, parseKin } from './kin.js'

const file = (name: string) => ({
  name,
  text: readFileSync(new URL(`../../codebook/${name}`, import.meta.url), 'utf8'),
})

describe('words for acts', () => {
  const kin = parseKin(file('kin.yaml'))

  it.each([
    ['resign', 'resign', 'word'],
    ['announce', 'announcement', 'root'],
    ['suspend', 'suspension', 'root'],
    ['deliver', 'delivery', 'root'],
    ['fund', 'funding', 'root'],
    ['buy', 'purchase', 'class'],
    ['buy', 'sell', null],
    ['rise', 'fall', null],
    ['meet', 'greet', null],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(kinship(a, b, kin)).toBe(expected)
    expect(kinship(b, a, kin)).toBe(expected)
  })

  it('names the file and the field that is wrong', () =>
    expect(() => parseKin({ name: 'own.yaml', text: 'source: x\nendings: 3' })).toThrow(/own\.yaml: endings/))
})

describe('houses', () => {
  const houseOf = parseHouses(file('houses.yaml'))

  it.each([
    ['The Daily Mirror', 'Reach'],
    ['daily express', 'Reach'],
    ['Tesk Times', null],
  ])('%s: %s', (outlet, house) => expect(houseOf(outlet)).toBe(house))

  it('names the file and the field that is wrong', () =>
    expect(() => parseHouses({ name: 'own.yaml', text: 'source: x' })).toThrow(/own\.yaml: houses/))
})
