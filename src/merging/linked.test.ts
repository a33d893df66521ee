import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterLinked, type Edge } from './linked.js'

const near = (a: number | null, b: number | null) => a === null || b === null || Math.abs(a - b) <= 3
const clusters = (days: readonly (number | null)[], edges: readonly Edge[]) =>
  clusterLinked(days, edges, 0.5, near)

describe('linked items', () => {
  it.each<[string, (number | null)[], Edge[], number[][]]>([
    ['nothing', [], [], []],
    ['no links', [0, 0], [], [[0], [1]]],
    ['a strong link', [0, 0], [[0, 1, 0.6]], [[0, 1]]],
    ['a weak link', [0, 0], [[0, 1, 0.4]], [[0], [1]]],
    [
      'a third that is like one of two only',
      [0, 0, 0],
      [
        [0, 1, 0.9],
        [1, 2, 0.6],
      ],
      [[0, 1], [2]],
    ],
    [
      'a third that is like both on average',
      [0, 0, 0],
      [
        [0, 1, 0.9],
        [1, 2, 0.6],
        [0, 2, 0.45],
      ],
      [[0, 1, 2]],
    ],
    [
      'an affair whose ends are too far apart to compare',
      [0, 3, 6],
      [
        [0, 1, 0.9],
        [1, 2, 0.6],
      ],
      [[0, 1, 2]],
    ],
    ['an undated one', [0, null], [[0, 1, 0.6]], [[0, 1]]],
  ])('%s', (_, days, edges, expected) => expect(clusters(days, edges)).toEqual(expected))

  it('come out the same whatever the order of their links', () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 100 })).filter(([a, b]) => a < b)
    const edges = fc.uniqueArray(edge, { selector: ([a, b]) => a * 8 + b })
    fc.assert(
      fc.property(
        edges.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, other]) => {
          const weighed = (l: typeof list): Edge[] => l.map(([a, b, w]) => [a, b, w / 100])
          const days = [0, 1, 2, 3, 4, 5, 6, 7]
          expect(clusters(days, weighed(other))).toEqual(clusters(days, weighed(list)))
        },
      ),
    )
  })
})
