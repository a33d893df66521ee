import { describe, expect, it } from 'vitest'
import { openEngine } from '../app/engine.js'
import { tenseAt } from '../coding/auxiliary.js'
import { parseBlocks } from '../reading/parse.js'
import { findTimes } from '../reading/times.js'
import { treeOf } from '../reading/tree.js'
import { resolveTime } from './dates.js'
import { toldAnchors } from './told.js'

const { reading: rules, coding } = openEngine({ codebookDirs: [] })

/** The dates of a text's times, published on Monday 27 October 2025. */
function dates(text: string): (string | null)[] {
  const sentences = parseBlocks(text, [{ kind: 'paragraph', start: 0, end: text.length }], rules)
  const times = sentences.flatMap((sentence) => findTimes(sentence, text, rules.times))
  const published = { published: '2025-10-27', from: 'publication' as const }
  const anchorOf = toldAnchors({ times, sentences }, published, ({ sentence, head }) =>
    tenseAt(treeOf(sentences[sentence]!), head, coding.auxiliary),
  )
  return times.map((time) => resolveTime(time.meaning, anchorOf(time)).edtf)
}

describe('dates told count for what comes after', () => {
  it.each([
    ['The envoys met on 3 March 2025. Two days later they signed.', ['2025-03-03', '2025-03-05']],
    ['The envoys met on Friday. They signed the same day.', ['2025-10-24', '2025-10-24']],
    ['They met in May 2024. The following month they signed.', ['2024-05', '2024-06']],
    ['They left two days after the talks on 5 May 2025.', ['2025-05-07', '2025-05-05']],
    ['They left two days after the talks, and met on 5 May 2025.', [null, '2025-05-05']],
    [
      'Trade rose in the third quarter. It had fallen a year earlier.',
      ['[2025-07..2025-09]', '[2024-07..2024-09]'],
    ],
    ['They signed two days later.', [null]],
  ])('%s', (text, expected) => expect(dates(text)).toEqual(expected))
})

describe('the tense of the verb that a time belongs to', () => {
  it.each([
    ['The envoys met on Friday.', ['2025-10-24']],
    ['The envoys will meet on Friday.', ['2025-10-31']],
    ['The envoys are expected to meet on Friday.', ['2025-10-31']],
    ['The envoys plan to meet in December.', ['2025-12']],
    ['The envoys gathered in December.', ['2024-12']],
    ["The move follows Friday's declaration.", ['2025-10-24']],
  ])('%s', (text, expected) => expect(dates(text)).toEqual(expected))
})
