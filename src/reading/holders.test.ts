import { describe, expect, it } from 'vitest'
import { holderOf, indexHolders, parseHolders } from './holders.js'

const TABLE = [
  '# state, name, others, from, to, office, source',
  'XAR\tIvo Sel\tIvo A. Sel\t2029-03\t2033\tpresident\tinvented',
  'XBO\tMira Sel\t\t2030\t\tforeign minister\tinvented',
  'XBO\tIvo Lund\t\t2030\t\ttrade minister\tinvented',
  'XCV\tIvo Lund\t\t2030\t\tgeneral\tinvented',
].join('\n')
const holders = indexHolders(parseHolders(TABLE, 'own.tsv'), {
  familyFirst: new Set(),
  surnameOffices: new Set(['president']),
})
const state = (name: string, year: number | null, named: readonly string[] = []) =>
  holderOf(name, year, new Set(named), holders)?.country ?? null

describe('whose official somebody is', () => {
  it.each<[string, string, number | null, string[], string | null]>([
    ['a full name', 'Ivo Sel', 2031, [], 'XAR'],
    ['another spelling', 'Ivo A. Sel', 2031, [], 'XAR'],
    ['long after the office', 'Ivo Sel', 2070, [], null],
    ['no date', 'Mira Sel', null, [], 'XBO'],
    ['two of one name', 'Ivo Lund', 2031, [], null],
    ['two of one name, one of a state that is named', 'Ivo Lund', 2031, ['XCV'], 'XCV'],
    ['a surname of a state that is named', 'Sel', 2031, ['XBO'], 'XBO'],
    ['a surname of two states that are named', 'Sel', 2031, ['XAR', 'XBO'], null],
    ['a surname of a head of state', 'Sel', 2031, [], 'XAR'],
    ['a surname out of office', 'Sel', 2040, ['XAR'], null],
  ])('%s: %s in %s', (_, name, year, named, country) => expect(state(name, year, named)).toBe(country))

  it('names the line that cannot be read', () =>
    expect(() => parseHolders('XAR\tIvo Sel', 'own.tsv')).toThrow('own.tsv, line 1'))
})
