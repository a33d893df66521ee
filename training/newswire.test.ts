import { expect, it } from 'vitest'
import { randomFrom } from '../src/app/scoring/random.js'
import { newsSentences } from './newswire.js'

const made = newsSentences(randomFrom(1))

/** Whether every word hangs below the one root. */
function isTree(heads: readonly number[]): boolean {
  const roots = heads.filter((head) => head < 0).length
  const reaches = (at: number, steps = 0): boolean =>
    at < 0 || (steps <= heads.length && reaches(heads[at]!, steps + 1))
  return roots === 1 && heads.every((_, i) => reaches(i))
}

it('every made sentence is one tree, with a tag and a label for each word', () => {
  for (const { forms, heads, xpos, upos, labels, spaceAfter } of made) {
    expect(isTree(heads)).toBe(true)
    for (const list of [heads, xpos, upos, labels, spaceAfter]) expect(list).toHaveLength(forms.length)
  }
})

it('has what treebanks hardly have: a group of a state right before a bare past tense', () => {
  const bare = made.filter(({ xpos }) => xpos.slice(0, 3).join(' ') === 'JJ NNS VBD')
  expect(bare.length).toBeGreaterThan(made.length / 10)
})

it('makes the same sentences of the same seed', () => {
  expect(newsSentences(randomFrom(1)).map((s) => s.text)).toEqual(made.map((s) => s.text))
})
