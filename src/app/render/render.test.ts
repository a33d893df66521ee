import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { compareStory } from '../../comparing/index.js'
import { makeEvent, makeMention, makeReport, masthead, person, state } from '../../comparing/testing.js'
import { borderStory } from '../../comparing/testing-story.js'
import type { Event, Report } from '../../types.js'
import { unfolded } from '../former.js'
import {
  comparisonMarkdown,
  renderComparison,
  renderDyad,
  renderEvents,
  renderExplain,
  renderReports,
  renderStories,
} from './index.js'

const plain = (width: number) => ({ width, colour: false })
const live = (report: Report) => ({
  report,
  stand: { standing: 'live' as const, until: null, from: null, mark: null },
})
const border = compareStory(borderStory())
const [talks, clash] = borderStory().events as [Event, Event]

const widest = (text: string) => Math.max(...text.split('\n').map((line) => stringWidth(line)))
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for commands to the terminal
const COMMANDS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/

/** Two reports of one event whose every text is the given one. */
function hostile(text: string) {
  const sentence = `${text} struck ${text}.`
  const reports = ['A', 'B'].map((id) => makeReport(id, [sentence], masthead(text, text, '2025-03-11')))
  const mentions = reports.map((report, i) =>
    makeMention(report, sentence, {
      trigger: 'struck',
      event: 'ASSAULT',
      mode: text,
      actor: [person(`p${i}`, 'XAR', text, text)],
      recipient: [state('XBO', text)],
      numbers: [{ what: 'killed', value: i, bound: null, text }],
      quote: [text],
      attribution: { kind: 'named', name: `${text}${i}` },
      evidence: [
        { field: text, value: text, said: true, spans: [], reason: { rule: text, words: text, note: text } },
      ],
    }),
  )
  const event = makeEvent(text, mentions, {
    joins: [
      {
        mention: mentions[1]!.id,
        to: mentions[0]!.id,
        clues: [{ clue: text, weight: 1, words: text }],
        total: 1,
      },
    ],
    contested: [text],
  })
  return {
    reports,
    event,
    comparison: compareStory({ id: 's', reports, events: [event], origins: new Map() }),
  }
}

function everything(text: string, width: number, colour = false): string {
  const { reports, event, comparison } = hostile(text)
  const options = { width, colour }
  const story = {
    id: text,
    title: text,
    reports: ['A'],
    events: ['e'],
    since: text,
    withdrawn: [],
    origins: 1,
    follows: [],
  }
  return [
    renderComparison(comparison, options),
    renderEvents([event], options),
    renderReports(reports.map(live), options),
    renderStories([story], options),
    renderDyad(unfolded(['XAR', 'XBO']), [event], options),
    renderExplain(event, options),
  ].join('')
}

describe('a comparison in the terminal', () => {
  it.each([60, 80, 160])('at %i columns', async (width) => {
    await expect(renderComparison(border, plain(width))).toMatchFileSnapshot(
      `snapshots/comparison-${width}.txt`,
    )
  })

  it('says the same with colour as without', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking the colour out again
    const uncoloured = renderComparison(border, { width: 80, colour: true }).replace(/\u001b\[[\d;]*m/g, '')
    const letters = (text: string) => text.replace(/[[\]\s]/g, '')
    expect(letters(uncoloured)).toBe(letters(renderComparison(border, plain(80))))
  })

  it('says that nothing was found', () => {
    const text = renderComparison({ story: 's', reports: [], points: [] }, plain(80))
    expect(text).toContain('No event between states was found')
  })
})

describe('text from reports', () => {
  const TEXTS = {
    'wide characters': '東京都知事が会談を行った',
    'right to left': 'اجتمع الوزيران في العاصمة',
    'terminal commands': '\u001b[31m\u001b]0;x\u0007red\u202eder',
    'an endless word': 'x'.repeat(500),
    emoji: '👩‍👩‍👧‍👦🇺🇳',
  }
  it.each(Object.entries(TEXTS))('%s stay inside the table', (_, text) => {
    for (const width of [60, 80, 160, 200]) expect(widest(everything(text, width))).toBeLessThanOrEqual(width)
  })

  it('never reaches the terminal as a command, at any width', () => {
    const unit = fc.constantFrom(
      '\u001b',
      '\u009b',
      '[',
      'm',
      '1',
      '\u0007',
      '\n',
      '\u202e',
      'a',
      ' ',
      '東',
      '|',
    )
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), fc.integer({ min: 60, max: 200 }), (text, width) => {
        const shown = everything(`x${text}x`, width)
        expect(shown).not.toMatch(COMMANDS)
        expect(widest(shown)).toBeLessThanOrEqual(width)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a comparison as Markdown', () => {
  it('is readable as it stands', async () => {
    await expect(comparisonMarkdown(border)).toMatchFileSnapshot('snapshots/markdown.txt')
  })

  it('escapes what report text would do to it', () => {
    const text = comparisonMarkdown(hostile('<b>*x*</b> | [a](http://x.test) `c` @me www.x.test').comparison)
    expect(text).not.toMatch(/<b>|[^\\]\*x|[^\\]\[a|http:\/\/|[^\\]`|@me|www\.|x\\\* \| /)
  })
})

describe('lists', () => {
  it('shows events, reports and stories', async () => {
    const { events, reports } = borderStory()
    const story = {
      id: 'border',
      title: 'Osk',
      reports: ['A', 'B'],
      events: ['clash'],
      since: '2025-03-09',
      origins: 1,
      withdrawn: [],
      follows: [],
    }
    const text = [
      renderEvents(events, plain(100)),
      renderReports(reports.map(live), plain(100)),
      renderStories([story], plain(100)),
    ].join('\n')
    await expect(text).toMatchFileSnapshot('snapshots/lists.txt')
  })

  it('counts nothing as nothing', () => {
    expect(renderEvents([], plain(80))).toBe('0 events\n')
  })
})

describe('a dyad', () => {
  const arvenia = state('XAR', 'Arvenia')
  const bolandia = state('XBO', 'Bolandia')
  const events: readonly Event[] = [
    ...borderStory().events,
    { ...talks, id: 'july', date: '2025-07', mode: 'visit', score: 4 },
    { ...clash, id: 'threat', date: '2025-07-02', aux: 'future', score: -9 },
    { ...talks, id: 'since', date: '2022/..', score: 9.5, event: 'COOPERATE', background: true },
    { ...clash, id: 'sanctions', event: 'SANCTION', actor: [], recipient: [arvenia, bolandia], date: null },
    {
      ...talks,
      id: 'joint',
      event: 'ACCUSE',
      actor: [arvenia, bolandia],
      recipient: [state('XCV', 'Corvia')],
    },
    { ...clash, id: 'elsewhere', recipient: [state('XCV', 'Corvia')] },
  ]
  const text = renderDyad(unfolded(['XAR', 'XBO']), events, plain(80))

  it('shows months, gaps and what stands apart', async () => {
    await expect(text).toMatchFileSnapshot('snapshots/dyad-80.txt')
  })

  it('never says that nothing happened', () => {
    expect(text).toContain('April 2025 to June 2025: no report read')
    expect(text).not.toMatch(/nothing happened/i)
  })

  it('scores what took place between the two, once each', () => {
    expect(text).toMatch(/March 2025 .*−9\.5.*\+2\.5.*net −7 .*2 events/)
    expect(text).toMatch(/July 2025 .*\+4 .*net \+4 .*2 events/)
    expect(text).toMatch(/By others, on both[^\n]*\n[^\n]*sanctions/)
  })
})

describe('an explanation', () => {
  const explained: Event = {
    ...clash,
    mentions: clash.mentions.slice(0, 2).map((mention) => ({
      ...mention,
      evidence: [
        {
          field: 'event',
          value: 'ASSAULT',
          said: true,
          spans: [mention.trigger],
          reason: { rule: 'trigger', words: mention.trigger.text, note: 'codebook/events/ASSAULT.yaml:12' },
        },
        {
          field: 'date',
          value: mention.date!,
          said: false,
          spans: [],
          reason: { rule: 'the last such weekday before publication', words: mention.date_text! },
        },
      ],
    })),
    joins: [
      {
        mention: clash.mentions[1]!.id,
        to: clash.mentions[0]!.id,
        clues: [
          { clue: 'same place', weight: 3, words: 'Osk' },
          { clue: 'different day', weight: -1, words: '9 and 10 March' },
          { clue: 'same sides', weight: 2.1, words: '' },
        ],
        total: 4.1,
      },
    ],
  }
  it('of an event shows rules, words and clues', async () => {
    await expect(renderExplain(explained, plain(80))).toMatchFileSnapshot('snapshots/explain-80.txt')
  })

  it('of a mention shows its own evidence', () => {
    const text = renderExplain(explained.mentions[0]!, plain(80))
    expect(text).toContain('[shelled]')
    expect(text).toMatch(/date +9 March 2025 {2}inferred/)
  })
})
