import { describe, expect, it } from 'vitest'
import { reportOf } from '../../test/support.js'
import { loadRarity } from '../app/assets.js'
import { madeReport } from '../app/scoring/made-report.js'
import { makeMention, makeReport, state } from '../comparing/testing.js'
import type { Mention, Report } from '../types.js'
import { findLinks } from './links.js'
import { copyingOf, findOrigins } from './origins.js'
import { profileOf } from './profiles.js'
import { findStories, oneStoryOf } from './stories.js'

const BRIDGE =
  'Arvenia opened a bridge across the Lanta river on Monday, and its engineers praised the Bolandian builders who had worked through the winter.'
const AGAIN =
  'The bridge across the Lanta river was opened on Monday; engineers of Arvenia praised builders from Bolandia for their work through the winter.'
const TRADE =
  'Corvia and Dremland signed a treaty about customs, tariffs and the inspection of cargo ships in their harbours after long negotiations.'

const dated = (text: string, day: string | null, id = text.slice(0, 9) + day): Report => ({
  ...reportOf(text, day),
  id,
})
const rarity = loadRarity()
const linksOf = (reports: readonly Report[], mentions: readonly Mention[] = []) =>
  findLinks(
    reports.map((r) =>
      profileOf(
        r,
        mentions.filter((m) => m.report === r.id),
        { rarity, houseOf: (outlet) => (/Tesk/.test(outlet) ? 'Tesk House' : null) },
      ),
    ),
  )
const groups = (reports: readonly Report[], mentions: readonly Mention[] = []) =>
  findStories(reports, linksOf(reports, mentions)).map((s) => s.reports)

describe('stories', () => {
  const one = dated(BRIDGE, '2031-03-03')
  const two = dated(AGAIN, '2031-03-04')
  const late = dated(AGAIN, '2031-03-20')
  const other = dated(TRADE, '2031-03-03')

  it.each<[string, Report[], number]>([
    ['like words on close days are one', [one, two], 1],
    ['like words weeks apart are two', [one, late], 2],
    ['other words on one day are two', [one, other], 2],
    ['a report without a day is close to all', [one, dated(AGAIN, null)], 1],
    ['nothing is none', [], 0],
  ])('%s', (_, reports, count) => expect(groups(reports)).toHaveLength(count))

  it('come out the same whatever the order', () =>
    expect(groups([other, late, two, one])).toEqual(groups([one, two, late, other])))

  it('are one where reports were given together', () =>
    expect(oneStoryOf([one, other]).map((s) => s.reports.length)).toEqual([2]))

  it('begin on the day of their first report', () =>
    expect(findStories([two, one], linksOf([two, one]))[0]?.since).toBe('2031-03-03'))

  it('that are alike without being one follow one another', () => {
    const link = (a: Report, b: Report, like: number) => ({
      a: a.id,
      b: b.id,
      like,
      copied: 0,
      credit: null,
      house: null,
    })
    const links = [link(one, two, 0.9), link(two, other, 0.3)]
    const stories = findStories([one, two, { ...other, published: two.published }], links)
    expect(stories.map((s) => [s.reports.length, s.follows])).toEqual([
      [2, []],
      [1, [stories[0]!.id]],
    ])
  })

  it('hold reports of fewer shared words where they tell the same act', () => {
    const short = dated(
      'Ministers cut a ribbon at the Lanta crossing; heavy lorries then rolled to the other bank in the rain.',
      '2031-03-03',
    )
    const host = makeReport('x', ['Arvenia met Bolandia.'])
    const act = (report: Report) =>
      ['CONSULT', 'SUPPORT', 'AID'].map((event) => ({
        ...makeMention(host, host.text, {
          trigger: 'met',
          actor: [state('XAR', 'Arvenia'), state('XBO', 'Bolandia')],
        }),
        report: report.id,
        event: event as Mention['event'],
      }))
    expect(groups([one, short])).toHaveLength(2)
    expect(groups([one, short], [...act(one), ...act(short)])).toHaveLength(1)
  })
})

describe('origins', () => {
  const found = (reports: readonly Report[]) => findOrigins(reports, linksOf(reports))
  const origins = (...texts: string[]) =>
    found(texts.map((text, i) => dated(text, '2031-03-03', `r${i}`))).map((o) => o.reports)

  it.each<[string, string[], string[][]]>([
    ['a copy', [BRIDGE, BRIDGE], [['r0', 'r1']]],
    ['a copy with words of its own around it', [BRIDGE, `${TRADE} ${BRIDGE}`], [['r0', 'r1']]],
    [
      'a copy in other case and punctuation',
      [BRIDGE, BRIDGE.toUpperCase().replaceAll(',', ';')],
      [['r0', 'r1']],
    ],
    ['the same news in other words', [BRIDGE, AGAIN], [['r0'], ['r1']]],
    ['other news', [BRIDGE, TRADE], [['r0'], ['r1']]],
    [
      'one quotation in common',
      [`${BRIDGE} "We are proud of our work today."`, `${TRADE} "We are proud of our work today."`],
      [['r0'], ['r1']],
    ],
    ['nothing', [], []],
  ])('%s', (_, texts, expected) => expect(origins(...texts)).toEqual(expected))

  it('say how much they share', () =>
    expect(found([dated(BRIDGE, null, 'a'), dated(BRIDGE, null, 'b')])[0]?.reason.rule).toBe(
      '100 % of the text in common',
    ))

  it.each<[string, number, string | null, number]>([
    ['half in common', 0.5, null, 1],
    ['less', 0.2, null, 2],
    ['less, where both credit one agency', 0.25, 'Corvian Wire', 1],
    ['hardly anything, though both credit one agency', 0.05, 'Corvian Wire', 2],
  ])('are told apart by what they share: %s', (_, copied, credit, count) => {
    const reports = [dated(BRIDGE, null, 'a'), dated(TRADE, null, 'b')]
    const origins = findOrigins(reports, [{ a: 'a', b: 'b', like: 0.5, copied, credit, house: null }])
    expect(origins).toHaveLength(count)
    expect(origins[0]?.reason.rule.includes('credit to')).toBe(credit !== null && count === 1)
  })

  it('are one sooner where both outlets are of one house', () => {
    const reports = ['a', 'b'].map((id) => ({ id, outlet: null, file: id }))
    const link = { a: 'a', b: 'b', like: 0.5, copied: 0.25, credit: null }
    expect(findOrigins(reports, [{ ...link, house: null }])).toHaveLength(2)
    expect(findOrigins(reports, [{ ...link, house: 'Tesk House' }])[0]?.reason.rule).toContain(
      'both of Tesk House',
    )
  })

  it('show which paragraphs a copy has of its original, and which it left out', () => {
    const paragraphs = (...texts: string[]) =>
      madeReport('x', { title: 'Bridge', text: texts.join('\n'), day: null, source: 'x' })
    const original = paragraphs(BRIDGE, 'It rained.', TRADE)
    const copy = paragraphs('Osterby was calm.', BRIDGE)
    const { kept, leftOut } = copyingOf(original, copy)
    const text = ({ start, end }: { start: number; end: number }) => original.text.slice(start, end)
    expect(kept.map((p) => [text(p.block), p.share])).toEqual([[BRIDGE, 1]])
    expect(leftOut.map(text)).toEqual([TRADE])
  })

  it('short reports are never copies by chance', () =>
    expect(origins('It rained.', 'Arvenia met Bolandia.')).toEqual([['r0'], ['r1']]))
})
