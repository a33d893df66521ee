import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Comparison } from '../records.js'
import type { ComparedField } from '../types.js'
import { compareStory } from './index.js'
import { city, count, makeReport, source } from './testing.js'
import { borderStory } from './testing-story.js'
import { ARVENIA, BOLANDIA, compareTellings, type Given, on, tellingsStory } from './testing-tellings.js'

describe('points', () => {
  it('agrees only over two origins', () => {
    const day = on('2025-10-27')
    expect(compareTellings({ ...day, origin: 'wire' }, { ...day, origin: 'wire' }).status).toBe('single')
    expect(compareTellings({ ...day, origin: 'wire' }, { ...day, origin: 'own' }).status).toBe('agree')
  })

  it('takes one named source for one voice, and shows whose word a number is', () => {
    const [ministry, other] = [source('Tesk Ministry'), source('Corvian monitors')]
    const given = (attribution: ReturnType<typeof source>) => ({
      event: 'ASSAULT' as const,
      attribution,
      numbers: [count('killed', 12, '12')],
    })
    expect(compareTellings(given(ministry), given(ministry)).status).toBe('single')
    const point = compareTellings(given(ministry), given(other))
    expect(point.status).toBe('agree')
    expect(point.fields.find(({ field }) => field === 'number')?.values[0]?.by).toEqual([
      'Tesk Ministry',
      'Corvian monitors',
    ])
  })

  it('puts conflicts first, then agreements with news before background, then single points', () => {
    const { points } = compareStory(borderStory())
    expect(points.map((point) => `${point.event.id} ${point.status}`)).toEqual([
      'clash conflict',
      'talks agree',
      'calm agree',
      'pact agree',
      'regards single',
      'blame single',
      'greetings single',
    ])
    expect(points[0]!.silent).toEqual([])
    expect(points.find((point) => point.event.id === 'greetings')).toMatchObject({
      in: ['B'],
      silent: ['A', 'C', 'D'],
    })
  })

  it('is a comparison as the contract has it', () => {
    expect(() => Comparison.parse(compareStory(borderStory()))).not.toThrow()
  })

  it('quotes what it points to', () => {
    const story = borderStory()
    const texts = new Map(story.reports.map((report) => [report.id, report.text]))
    for (const { spans } of compareStory(story).points.flatMap((point) =>
      point.fields.flatMap((f) => f.values),
    ))
      for (const span of spans) expect(texts.get(span.report)!.slice(span.start, span.end)).toBe(span.text)
  })
})

describe('properties', () => {
  const dates = fc.constantFrom<Given>(
    {},
    on('2025-10-27'),
    on('2025-10'),
    on('2025-10-29'),
    on('2025-10-27', null, 'other-report'),
  )
  const numbers = fc.constantFrom<Given>(
    {},
    { numbers: [count('killed', 3, '3')] },
    { numbers: [count('killed', 4, '4', 'at-least')] },
  )
  const rest = fc.constantFrom<Given>(
    {},
    { quote: ['as planned'], published: '2025-10-28' },
    { event_loc: city('Tesk', 'XAR'), actor: [ARVENIA] },
    { event_loc: city('Kettin', 'XBO'), actor: [BOLANDIA], aux: 'future', published: '2025-10-27' },
  )
  const origin = fc.constantFrom<Given>({ origin: 'wire' }, {})
  const telling = fc.tuple(dates, numbers, rest, origin).map((parts): Given => Object.assign({}, ...parts))
  const tellings = fc.array(telling, { minLength: 1, maxLength: 4 })

  const sorted = (fields: readonly ComparedField[]) =>
    fields
      .map((field) => ({
        ...field,
        values: field.values
          .map((value) => `${value.value} ${value.said} ${[...value.reports].sort()}`)
          .sort(),
      }))
      .map((field) => JSON.stringify(field))
      .sort()

  it('a silent report changes no field and no status', () => {
    fc.assert(
      fc.property(tellings, (given) => {
        const story = tellingsStory(given)
        const [before] = compareStory(story).points
        const silent = makeReport('silent', ['Rain fell on Osterby.'])
        const [after] = compareStory({ ...story, reports: [silent, ...story.reports] }).points
        expect({ ...after, silent: [] }).toEqual({ ...before, silent: [] })
        expect(after!.silent).toEqual(['silent'])
      }),
    )
  })

  it('the order of the reports changes only the order', () => {
    fc.assert(
      fc.property(tellings, (given) => {
        const story = tellingsStory(given)
        const [one] = compareStory(story).points
        const [other] = compareStory({ ...story, reports: story.reports.toReversed() }).points
        expect(sorted(other!.fields)).toEqual(sorted(one!.fields))
        expect(other!.status).toBe(one!.status)
      }),
    )
  })

  it('inferred values without words of their own never agree or conflict', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('2025-10-27', '2025-10', '2025-11'), { minLength: 1, maxLength: 3 }),
        (days) => {
          const inferred = days.map((day) => on(day, null, 'other-report'))
          const { fields } = compareTellings(on('2025-10-27'), ...inferred)
          expect(fields.filter((field) => field.field === 'date' && field.status !== 'single')).toEqual([])
        },
      ),
    )
  })

  it('a copy never makes an agreement', () => {
    fc.assert(
      fc.property(fc.array(telling, { minLength: 1, maxLength: 4 }), (given) => {
        const copies = tellingsStory(given.map((one) => ({ ...one, origin: 'wire' })))
        const [point] = compareStory(copies).points
        expect([point!.status, ...point!.fields.map((field) => field.status)]).not.toContain('agree')
      }),
    )
  })
})
