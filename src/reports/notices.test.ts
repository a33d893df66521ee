import { describe, expect, test } from 'vitest'
import { house } from '../../test/reports/house.js'
import { readReports, renewReport } from './index.js'
import { liftedAt, noticeIn } from './notices.js'

const stretch = (text: string) => ({ text, start: 0, end: text.length })

describe.each(house.notices.map((rule) => [rule.standing, rule.pattern.source.slice(0, 60), rule] as const))(
  '%s %s',
  (standing, _, rule) => {
    test.each(rule.examples)('takes: %s', (text) => {
      expect(noticeIn(stretch(text), [rule])?.notice.standing).toBe(standing)
    })
    test.each([
      ...rule.not,
      'Arvenian President Ana Bel hosted Bolandian Foreign Minister Tor Lund in Tesk.',
    ])('leaves: %s', (text) => {
      expect(noticeIn(stretch(text), house.notices)).toBeNull()
    })
  },
)

describe('an embargo ends', () => {
  test.each([
    ['10:00 GMT, 12 March 2031', '2031-03-12T10:00:00.000Z'],
    ['12 March 2031 at 10:00 GMT', '2031-03-12T10:00:00.000Z'],
    ['2031-03-12T10:00:00+03:00', '2031-03-12T07:00:00.000Z'],
    ['12 March 2031', '2031-03-13T12:00:00.000Z'],
    ['10:00, 12 March 2031', '2031-03-13T12:00:00.000Z'],
    ['Tuesday', null],
    ['March 2031', null],
  ])('%s', (words, until) => expect(liftedAt(words)).toBe(until))
})

const NEWS = 'Arvenian President Ana Bel hosted Bolandian Foreign Minister Tor Lund in Tesk on Monday.'
const read = (text: string) => readReports({ file: 'a.txt', bytes: Buffer.from(text) }, { house }).reports[0]!

describe('a report says of itself', () => {
  test.each([
    [
      'withdrawn below the text',
      `Bel hosts Lund\n\n${NEWS}\n\nThis report has been withdrawn.\n`,
      'withdrawn',
    ],
    ['corrected in the title', `CORRECTED: Bel hosts Lund\n\n${NEWS}\n`, 'corrected'],
    [
      'embargoed above it',
      `EMBARGOED UNTIL 10:00 GMT, 12 March 2031\n\nBel hosts Lund\n\n${NEWS}\n`,
      'embargoed',
    ],
    [
      'killed',
      `MANDATORY KILL: Arvenia-Visit\n\nEditors: please kill the story "Bel hosts Lund".\n`,
      'withdrawn',
    ],
    ['nothing', `Bel hosts Lund\n\n${NEWS}\n`, undefined],
    [
      'nothing of another report',
      `Bel hosts Lund\n\n${NEWS}\n\nThe UN withdrew its report on the valley.\n`,
      undefined,
    ],
  ])('%s', (_, text, standing) => {
    const report = read(text)
    expect(report.notice?.standing).toBe(standing)
    expect(renewReport(report, house)).toEqual(report)
    if (report.notice)
      expect(report.text.slice(report.notice.span.start, report.notice.span.end)).toMatch(
        /withdrawn|CORR|EMB|KILL/,
      )
  })

  test('and a notice is no paragraph of its news', () => {
    const { blocks, text, title } = read(`EMBARGOED UNTIL 12 March 2031\n\nBel hosts Lund\n\n${NEWS}\n`)
    expect(title?.value).toBe('Bel hosts Lund')
    const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph')
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([NEWS])
  })

  test('in the middle of a long text nothing is looked for', () => {
    const long = Array.from({ length: 12 }, (_, i) => (i === 6 ? 'This report has been withdrawn.' : NEWS))
    expect(read(`Bel hosts Lund\n\n${long.join('\n\n')}\n`).notice).toBeUndefined()
  })
})
