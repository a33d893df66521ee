import { expect, it } from 'vitest'
import { parseRarity } from './rarity.js'

const rarity = parseRarity('127 the\n355 president minister\n590 ribbon\n')

it.each<[string, string]>([
  ['the', 'president'],
  ['minister', 'ribbon'],
  ['ribbon', 'Lanta'],
])('"%s" says less than "%s"', (common, rare) => expect(rarity(common)).toBeLessThan(rarity(rare)))

it('the commonest words say nothing', () => expect(rarity('the')).toBe(0))

it('words of one frequency weigh the same', () => expect(rarity('president')).toBe(rarity('minister')))

it('a line without a frequency is named', () =>
  expect(() => parseRarity('127 the\npresident 355')).toThrow('line 2: "president 355"'))
