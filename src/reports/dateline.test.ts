import { describe, expect, test } from 'vitest'
import { house } from '../../test/reports/house.js'
import { readDateline } from './dateline.js'

const sentence = 'The ministers of Arvenia and Bolandia met on Monday.'
const read = (opening: string) => {
  const line = readDateline(`${opening}${sentence}`, 100, house)
  if (!line) return null
  return { rest: line.rest, ...Object.fromEntries(line.found.map((found) => [found.field, found.value])) }
}

describe('datelines', () => {
  test.each([
    ['TESK: ', { dateline: 'TESK' }],
    ['TESK (Reuters) - ', { dateline: 'TESK', agency: 'Reuters' }],
    ['TESK, May 3 (AP) — ', { dateline: 'TESK', day: '05-03', agency: 'AP' }],
    ['KETTIN, Bolandia (AP) — ', { dateline: 'KETTIN, Bolandia', agency: 'AP' }],
    ['MAROS, Oct. 27 (Xinhua) -- ', { dateline: 'MAROS', day: '10-27', agency: 'Xinhua' }],
    ['TESK/KETTIN (Reuters) - ', { dateline: 'TESK/KETTIN', agency: 'Reuters' }],
    ['ST. OSTERBY — ', { dateline: 'ST. OSTERBY' }],
    ['Tesk (AFP) – ', { dateline: 'Tesk', agency: 'AFP' }],
    ['Tesk, 3 May 2025 — ', { dateline: 'Tesk', dated: '2025-05-03' }],
    ['Tesk (CNN) ', { dateline: 'Tesk', outlet: 'CNN' }],
    ['Tesk, Arvenia (AP) ', { dateline: 'Tesk, Arvenia', agency: 'AP' }],
    ['(CNN) — ', { outlet: 'CNN' }],
    ['TESK (The Northern Herald) — ', { dateline: 'TESK', outlet: 'The Northern Herald' }],
  ])('%s', (opening, said) => {
    expect(read(opening)).toEqual({ rest: opening.length, ...said })
  })

  test.each([
    '',
    'WATCH: ',
    'EXCLUSIVE — ',
    'NATO: ',
    'UN: ',
    'Tesk: ',
    'The minister (aged 52) – ',
    'On Monday — ',
    'Ivo Sel (Arvenia) ',
  ])('%j is none', (opening) => {
    expect(read(opening)).toBeNull()
  })
})
