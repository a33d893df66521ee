import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../types.js'
import { constraintsOf } from './constraints.js'
import { standing, undoingOf } from './standing.js'
import { entry, undoing } from './testing.js'

const said = (action: LogEntry['action'], ...sides: string[][]): Partial<LogEntry> => ({ action, sides })
const log = (...given: Partial<LogEntry>[]) => given.map((one, i) => entry(`c${i + 1}`, one))
const ALL = ['a', 'b', 'c', 'd']

describe('what must be one and what must not', () => {
  it.each<[string, LogEntry[], string[][], string[]]>([
    ['nothing said', [], [], []],
    ['merged', log(said('merge', ['a'], ['b', 'c'])), [['a', 'b', 'c']], []],
    ['kept apart', log(said('not-same', ['a', 'b'], ['c'])), [], ['ac', 'bc']],
    ['split: each side stays one', log(said('split', ['a'], ['b', 'c'])), [['b', 'c']], ['ab', 'ac']],
    [
      'split after a merge: the later holds, and the rest of the earlier',
      log(said('merge', ['a'], ['b', 'c']), said('split', ['b'], ['a', 'd'])),
      [['a', 'c', 'd']],
      ['ab', 'bc', 'bd'],
    ],
    [
      'merged after a split',
      log(said('split', ['a'], ['b', 'c']), said('merge', ['a'], ['b'])),
      [['a', 'b', 'c']],
      [],
    ],
    [
      'what is merged with one side stands on it',
      log(said('not-same', ['a'], ['b']), said('merge', ['b'], ['c'])),
      [['b', 'c']],
      ['ab', 'ac'],
    ],
  ])('%s', (_, entries, groups, apart) => {
    const constraints = constraintsOf(entries)
    expect(constraints.groups(ALL)).toEqual(groups)
    const pairs = ALL.flatMap((x, i) => ALL.slice(i + 1).map((y) => [x, y] as const))
    expect(pairs.filter(([x, y]) => constraints.apart(x, y)).map((pair) => pair.join(''))).toEqual(apart)
  })

  it('names the latest entry by which two are one', () => {
    const entries = log(said('merge', ['a'], ['b']), said('merge', ['b'], ['c']))
    expect(constraintsOf(entries).together('a', 'b')?.id).toBe('c1')
    expect(constraintsOf(entries).together('a', 'd')).toBeNull()
  })
})

describe('what stands', () => {
  const first = entry('c1', {})
  it.each<[string, LogEntry[], string[]]>([
    ['an entry', [first], ['c1']],
    ['undone', [first, undoing('c2', 'c1')], []],
    ['the undoing undone', [first, undoing('c2', 'c1'), undoing('c3', 'c2')], ['c1']],
    ['undone once more', [first, undoing('c2', 'c1'), undoing('c3', 'c2'), undoing('c4', 'c1')], []],
  ])('%s', (_, entries, ids) => {
    expect(standing(entries).map(({ id }) => id)).toEqual(ids)
  })

  it('an undoing that is undone undoes nothing', () => {
    expect(undoingOf([first, undoing('c2', 'c1')], 'c1')?.id).toBe('c2')
    expect(undoingOf([first, undoing('c2', 'c1'), undoing('c3', 'c2')], 'c1')).toBeNull()
  })
})
