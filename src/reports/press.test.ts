import { describe, expect, test } from 'vitest'
import { house } from '../../test/reports/house.js'
import { readReports } from './index.js'
import { findOutlet, OutletsFile, pressOf } from './press.js'

const press = pressOf(
  OutletsFile.parse({
    agencies: [
      { name: 'TNA', signs: ['Tesk News Agency'], country: 'XAR', control: 'state', source: 'decree 4' },
    ],
    outlets: [
      {
        name: 'The Kettin Gazette',
        also: ['Gazette of Kettin'],
        domains: ['gazette.example'],
        country: 'XBO',
        control: 'private',
        source: 'imprint',
      },
      {
        name: 'Gazette Sport',
        domains: ['sport.gazette.example'],
        country: 'XCV',
        control: 'public',
        source: 'x',
      },
    ],
  }).outlets,
)

describe('an outlet is found', () => {
  test.each([
    ['by its name', 'The Kettin Gazette', null, 'XBO'],
    ['without its article, in capitals', 'KETTIN GAZETTE', null, 'XBO'],
    ['by another spelling', 'Gazette of Kettin', null, 'XBO'],
    ['by its address', null, 'https://www.gazette.example/a?b', 'XBO'],
    ['by the closest domain', null, 'https://sport.gazette.example/', 'XCV'],
    ['by its address and not by its name', 'Kettin Gazette', 'https://sport.gazette.example/', 'XCV'],
    ['not by its name at an address of another', 'Kettin Gazette', 'https://elsewhere.example/', undefined],
    ['not by a part of its name', 'Gazette', null, undefined],
    ['not at an address that only ends alike', null, 'https://notgazette.example/', undefined],
  ])('%s', (_, outlet, url, country) => {
    expect(findOutlet({ outlet, url }, press)?.country).toBe(country)
  })
})

test('the codebook marks each outlet once, with a source', () => {
  const marks = [...new Set([...house.press.byName.values()])]
  expect(marks.length).toBeGreaterThan(220)
  expect(marks.filter(({ source }) => source.length < 5)).toEqual([])
})

const read = (text: string) => readReports({ file: 'a.txt', bytes: Buffer.from(text) }, { house }).reports[0]!

test('a note above the labels hides none of them, and no label is part of a name', () => {
  const report = read(
    'Twelve soldiers killed on the river\n\nNote: This report was written for a test; the outlet and the states are all invented.\nOutlet: Kettin Gazette\nPublished: 6 March 2031\n\nBolandian forces shelled the Arvenian village of Orlin on Monday, killing 12 soldiers, officials in Tesk said.\n',
  )
  expect(report.outlet?.value).toBe('Kettin Gazette')
  expect(report.published?.value).toBe('2031-03-06')
  expect(report.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(1)
})

test('a report bears what the codebook knows of its outlet, and nothing where it knows none', () => {
  expect(read('Talks end\n\nOutlet: Xinhua\n\nThe talks ended on Monday.').press?.control).toBe('state')
  expect(read('Talks end\n\nOutlet: The Osterby Echo\n\nThe talks ended on Monday.').press).toBeUndefined()
})
