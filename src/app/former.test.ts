import { expect, test } from 'vitest'
import { foldFormer, formerStates } from './former.js'

const states = formerStates([])

test.each([
  [['PRK', 'RUS'], [['PRK', 'SUN']]],
  [['DEU', 'POL'], [['DDR', 'POL']]],
  [['KOR', 'PRK'], []],
  [['CZE', 'SVK'], []],
] as const)('%j folds in %j', (pair, former) => {
  expect(foldFormer(pair, states).former).toEqual(former)
})

test('a former state counts as the one that was asked for', () => {
  const { of } = foldFormer(['PRK', 'RUS'], states)
  expect(['SUN', 'RUS', 'PRK', 'CHN'].map(of)).toEqual(['RUS', 'RUS', 'PRK', 'CHN'])
})
