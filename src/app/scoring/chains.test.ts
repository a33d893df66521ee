import { describe, expect, it } from 'vitest'
import { assigned, type ChainTallies, chainTallies } from './chains.js'

/** Chains as lists of mentions: "ab c" is a chain of a and b, and c alone. */
const chainOf = (chains: string): Map<string, string> =>
  new Map(chains.split(' ').flatMap((chain) => [...chain].map((m) => [m, chain] as const)))

function tallies(gold: string, found: string): ChainTallies {
  const [g, f] = [chainOf(gold), chainOf(found)]
  const mentions = [...g.keys()].map((id) => ({ id, gold: g.get(id)!, found: f.get(id)! }))
  return chainTallies(mentions, () => 'one text').get('one text')!
}

describe('chains against gold chains', () => {
  // Worked by hand. MUC: links kept of links; B-cubed: the mean share over mentions; CEAF-e: the best pairing by phi 4.
  it.each([
    ['the same', 'abc d', 'abc d', [2, 2, 2, 2], [4, 4], [2, 2, 2]],
    ['all apart', 'abc d', 'a b c d', [0, 0, 0, 2], [4, 2], [1.5, 4, 2]],
    ['all in one', 'ab cd', 'abcd', [2, 3, 2, 2], [2, 4], [2 / 3, 1, 2]],
    // Vilain's own example: {abcd} found as {ab}{cd} keeps two of three links.
    ['a chain in two', 'abcd', 'ab cd', [2, 2, 2, 3], [4, 2], [2 / 3, 2, 1]],
    // Luo's example: the second-best pairing of one chain is the best of all.
    [
      'one moved',
      'abc de',
      'ab cde',
      [2, 3, 2, 3],
      [1 + 1 + 1 / 3 + 2 / 3 + 2 / 3, 2 / 3 + 2 / 3 + 1 / 3 + 2],
      [0.8 + 0.8, 2, 2],
    ],
  ])(
    '%s',
    (_, gold, found, [correct, foundLinks, covered, goldLinks], [precise, recalled], [like, n, of]) => {
      const got = tallies(gold, found)
      expect(got.muc).toEqual({ correct, found: foundLinks, covered, gold: goldLinks })
      expect(got['b-cubed'].correct).toBeCloseTo(precise!)
      expect(got['b-cubed'].covered).toBeCloseTo(recalled!)
      expect(got['ceaf-e'].correct).toBeCloseTo(like!)
      expect(got['ceaf-e']).toMatchObject({ found: n, gold: of })
    },
  )

  it('counts a chain for the text of its first mention', () => {
    const mentions = ['a1', 'b2'].map((id) => ({ id, gold: 'x', found: 'y' }))
    const got = chainTallies(mentions, ({ id }) => id[1]!)
    expect(got.get('1')!.muc.gold).toBe(1)
    expect(got.get('2')!.muc.gold).toBe(0)
    expect(got.get('2')!['b-cubed'].gold).toBe(1)
  })
})

describe('assigned', () => {
  it.each([
    [
      'the best of all, not the best of each',
      [
        [5, 4],
        [4, 0],
      ],
      [1, 0],
    ],
    ['more rows than columns', [[1], [3], [2]], [-1, 0, -1]],
    ['more columns than rows', [[1, 3, 2]], [1]],
    ['nothing', [], []],
  ])('%s', (_, worth, expected) => expect(assigned(worth)).toEqual(expected))
})
