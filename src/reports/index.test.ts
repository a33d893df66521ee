import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { house } from '../../test/reports/house.js'
import type { Report } from '../types.js'
import { type ReadOptions, readReports } from './index.js'

const read = (file: string, text: string, options: Partial<ReadOptions> = {}) =>
  readReports({ file, bytes: new TextEncoder().encode(text) }, { house, ...options })
const one = (text: string, file = 'a.txt', options: Partial<ReadOptions> = {}): Report => {
  const { reports, failures } = read(file, text, options)
  expect(failures).toEqual([])
  return reports[0]!
}
const blocks = (report: Report) =>
  report.blocks.map(({ kind, start, end }) => [kind, report.text.slice(start, end)])
const lead =
  'The foreign ministers of Arvenia and Bolandia met in Tesk on Monday and agreed to reopen the border.'
const more =
  'The crossing near Kettin had been closed since the winter, when Bolandian troops moved closer to the river.'

describe('plain text', () => {
  test('title, date, icons, dateline, crosshead, author at the end', () => {
    const text = `Ministers Agree to Reopen Border\n\nMon May 5 2025\nicon-facebook icon-twitter\n\nTESK: ${lead}\n\nA cold winter\n\n${more}\nMira al Castel`
    const report = one(text)
    expect(blocks(report)).toEqual([
      ['title', 'Ministers Agree to Reopen Border'],
      ['date', 'Mon May 5 2025'],
      ['furniture', 'icon-facebook icon-twitter'],
      ['dateline', 'TESK:'],
      ['paragraph', lead],
      ['crosshead', 'A cold winter'],
      ['paragraph', more],
      ['byline', 'Mira al Castel'],
    ])
    expect(report).toMatchObject({ published: { value: '2025-05-05' }, author: { value: 'Mira al Castel' } })
    expect(report).toMatchObject({ dateline: { value: 'TESK' }, language: 'en', text })
  })

  test('labels and captions before the text of a block', () => {
    const label = 'Media playback is unsupported on your device'
    const credit = 'Image copyright Arvenian Press'
    const caption = 'Image caption The bridge was opened in spring.'
    const report = one(`Border reopens after talks\n\n${label} ${credit} ${caption} ${lead}\n\n${more}`)
    expect(blocks(report).slice(1)).toEqual([
      ['furniture', label],
      ['caption', credit],
      ['caption', caption],
      ['paragraph', lead],
      ['paragraph', more],
    ])
  })

  test('header lines', () => {
    const report = one(
      `Outlet: The Northern Herald\nPublished: 5 May 2025\nBy Mira Castel in Tesk\n\nBorder reopens after talks\n\n${lead}\n\n${more}`,
    )
    expect(report).toMatchObject({
      outlet: { value: 'The Northern Herald' },
      published: { value: '2025-05-05' },
      author: { value: 'Mira Castel' },
      title: { value: 'Border reopens after talks' },
    })
  })

  test.each([
    ['The Northern Herald | 5 May 2025', 'The Northern Herald'],
    ['Voice of Tesk | Mon May 5 2025 | 14:05', 'Voice of Tesk'],
    ['Source: The Northern Herald', 'The Northern Herald'],
  ])('outlet in %j', (line, outlet) => {
    expect(one(`Border reopens after talks\n\n${line}\n\n${lead}\n\n${more}`).outlet?.value).toBe(outlet)
  })

  test('an author beside a date', () => {
    const report = one(`Border reopens after talks\n\nMira Castel | 5 May 2025\n\n${lead}\n\n${more}`)
    expect(report).toMatchObject({ author: { value: 'Mira Castel' }, outlet: null })
  })

  test.each([
    ['With AFP', 'AFP'],
    ['(Reuters)', 'Reuters'],
    ['Source: KCNA', 'KCNA'],
    ['The Associated Press contributed to this report.', 'AP'],
  ])('agency in %j', (line, agency) => {
    expect(one(`${lead}\n\n${more}\n\n${line}`).agency?.value).toBe(agency)
  })

  test('a name glued to the last sentence', () => {
    const report = one(`${lead}\n\n${more} Mira Castel`)
    expect(blocks(report).slice(-2)).toEqual([
      ['paragraph', more],
      ['byline', 'Mira Castel'],
    ])
  })

  test.each(['North Korea', 'Military Ties', 'Related Stories', 'The Ministers', 'What Next'])(
    '%j at the end is nobody',
    (line) => {
      expect(one(`${lead}\n\n${more}\n\n${line}`).author).toBeNull()
    },
  )

  test("a live blog's times stand apart from its entries", () => {
    const report = one(`Talks in Tesk, as it happened\n\n10:41 GMT\n\n${lead}\n\n11:05 GMT - ${more}`)
    expect(report.blocks.map((block) => block.kind)).toEqual([
      'title',
      'date',
      'paragraph',
      'date',
      'paragraph',
    ])
    expect(report.published).toBeNull()
  })
})

describe('when it was published', () => {
  test.each([
    ['the labelled line before the update', 'Updated: 7 May 2025\nPublished: 5 May 2025', '2025-05-05'],
    ['an update where nothing else is said', 'Updated 10:41, 7 May 2025', '2025-05-07'],
    ['an ambiguous date is left out', 'Published: 03/04/2025', undefined],
  ])('%s', (_, lines, date) => {
    expect(one(`Border reopens after talks\n\n${lines}\n\n${lead}\n\n${more}`).published?.value).toBe(date)
  })

  test("a dateline's day takes the year of the update", () => {
    const report = one(`Border reopens after talks\n\nUpdated 7 May 2025\n\nTESK, May 5 (AP) — ${lead}`)
    expect(report.published?.value).toBe('2025-05-05')
  })

  test('a column before the text, with a note where they differ', () => {
    const { reports } = read('f.csv', `date,text\n2025-05-05,"Mon May 12 2025\n\n${lead}"`)
    expect(reports[0]).toMatchObject({ published: { value: '2025-05-05', span: null } })
    expect(reports[0]?.notes).toEqual([expect.stringMatching(/2025-05-05.*2025-05-12/)])
  })

  test('options fill only what the file does not say', () => {
    const options = { published: '2025-06-01', outlet: 'Given' }
    expect(one(lead, 'a.txt', options)).toMatchObject({
      published: { value: '2025-06-01', span: null },
      outlet: { value: 'Given' },
    })
    expect(one(`5 May 2025\n\n${lead}`, 'a.txt', options)).toMatchObject({
      published: { value: '2025-05-05' },
    })
    expect(() => one(lead, 'a.txt', { published: 'soon' })).toThrow(/"soon" is no date/)
  })
})

test('Markdown: front matter, headings, links', () => {
  const report = one(
    `---\ntitle: Border reopens\ndate: 2025-05-05\noutlet: The Northern Herald\nurl: https://herald.example/a#x\n---\n# Border reopens\n\nThe **ministers** of [Arvenia](https://a.example/(x)) met.\n\n## A cold winter\n\n- ${more}\n`,
    'a.md',
  )
  expect(blocks(report)).toEqual([
    ['title', 'Border reopens'],
    ['paragraph', 'The ministers of Arvenia met.'],
    ['crosshead', 'A cold winter'],
    ['paragraph', more],
  ])
  expect(report).toMatchObject({
    url: 'https://herald.example/a',
    published: { value: '2025-05-05' },
    outlet: { value: 'The Northern Herald' },
  })
})

describe('HTML', () => {
  const page = readFileSync(new URL('../../test/reports/pages/news-article.html', import.meta.url), 'utf8')

  test('an article with JSON-LD', () => {
    const report = one(page, 'a.html')
    expect(report).toMatchObject({
      title: { value: 'Arvenia & Bolandia reopen border' },
      outlet: { value: 'The Northern Herald' },
      author: { value: 'Mira Castel, Ivo Lund' },
      published: { value: '2025-05-03T09:30:00+02:00' },
      url: 'https://herald.example/world/border',
      agency: { value: 'AFP' },
      dateline: { value: 'TESK' },
    })
    expect(report.blocks.map((block) => block.kind)).toEqual([
      'title',
      'caption',
      'dateline',
      'paragraph',
      'paragraph',
      'crosshead',
      'paragraph',
      'paragraph',
      'paragraph',
      'furniture',
    ])
    expect(report.text).not.toMatch(/never in the text|alert|<|nor this/)
  })

  test.each([
    ['unclosed', `<p>${lead}<p>${more}<script>evil(`],
    ['nested beyond reason', `${'<div>'.repeat(50_000)}<p>${lead}</p><p>${more}`],
    [
      'broken JSON-LD, a script for an address',
      `<html><head><link rel=canonical href="javascript:x()"><script type="application/ld+json">{"@type":</script></head><body><p>${lead}</p><p>${more}`,
    ],
    ['no tags', `${lead}\n\n${more}`],
  ])('%s', (_, html) => {
    const report = one(html, 'a.html')
    expect(blocks(report)).toEqual([
      ['paragraph', lead],
      ['paragraph', more],
    ])
    expect(report.url).toBeNull()
  })
})

describe('tables', () => {
  test('rows that fail are named, the others go on', () => {
    const { reports, failures } = read(
      'f.jsonl',
      `{"headline":"Border reopens","body":${JSON.stringify(lead)},"source":{"name":"The Northern Herald"}}\n{"body":""}\nno json\n`,
    )
    expect(reports.map((report) => [report.file, report.outlet?.value, report.title?.value])).toEqual([
      ['f.jsonl#1', 'The Northern Herald', 'Border reopens'],
    ])
    expect(failures.map((failure) => failure.file)).toEqual(['f.jsonl#2', 'f.jsonl#3'])
  })

  test.each([
    ['JSON', `[{"text":${JSON.stringify(lead)}}]`],
    ['JSON Lines', `{"text":${JSON.stringify(lead)}}\n{"text":${JSON.stringify(more)}}`],
    ['CSV', `title,text\nBorder reopens,"${lead}"`],
    ['HTML', `<!doctype html><title>Border reopens</title><p>${lead}</p>`],
    ['Markdown', `---\ntitle: Border reopens\n---\n${lead}`],
    ['text', lead],
  ])('standard input: %s by its content', (_, text) => {
    expect(blocks(read('-', text).reports[0]!)).toContainEqual(['paragraph', lead])
  })
})

describe('ids', () => {
  const row = (text: string, url: string) => JSON.stringify({ text, url, date: '2025-05-05' })
  test('the address tells, wherever the file lies and whatever tracks it', () => {
    const [a, b] = [
      one(row(lead, 'https://a.example/1?utm_source=x'), 'a.json'),
      one(row(more, 'https://a.example/1#top'), 'b/c.json'),
    ]
    expect(a.id).toBe(b.id)
    expect(a.hash).not.toBe(b.hash)
  })
  test('without an address outlet, date and text tell', () => {
    expect(one(lead, 'a.txt').id).toBe(one(lead, 'b/c.txt').id)
    expect(one(lead).id).not.toBe(one(lead, 'a.txt', { outlet: 'Another' }).id)
    expect(one(lead).id).toMatch(/^[0-9a-f]{16}$/)
  })
})

test('whatever the bytes, blocks are ordered, apart and inside the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\n',
      '\n\n',
      '<p>',
      'By Jane Doe',
      'TESK (AFP) - ',
      '14:05 - ',
      ' | ',
      '5 May 2025',
      lead,
    ),
  )
  const file = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.csv', 'a.jsonl', '-')
  fc.assert(
    fc.property(file, fc.array(piece, { maxLength: 12 }), (name, pieces) => {
      for (const report of read(name, pieces.join('')).reports) {
        const edges = report.blocks.flatMap((block) => [block.start, block.end])
        expect(edges).toEqual([...edges].sort((a, b) => a - b))
        expect(edges.every((edge) => edge >= 0 && edge <= report.text.length)).toBe(true)
        for (const span of [report.title?.span, report.author?.span, report.dateline?.span]) {
          if (span) expect(span.end).toBeGreaterThan(span.start)
        }
      }
    }),
    { numRuns: 150 },
  )
})
