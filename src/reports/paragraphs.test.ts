import { expect, test } from 'vitest'
import { splitParagraphs } from './paragraphs.js'

const split = (text: string) => splitParagraphs(text).map(({ start, end }) => text.slice(start, end))
const wrapped = [
  'The foreign ministers of Arvenia and Bolandia met in Tesk on Monday and',
  'agreed to reopen the border crossing that had been closed since the',
  'winter.',
]
const long =
  'The foreign ministers of Arvenia and Bolandia met in Tesk on Monday and agreed to reopen the border that had been closed.'

test.each([
  ['blank lines', 'One is here.\n\nTwo is here.', ['One is here.', 'Two is here.']],
  ['one a line', `${long}\n${long}\nMira Castel`, [long, long, 'Mira Castel']],
  [
    'hard-wrapped lines',
    `${wrapped.join('\n')}\n\n${wrapped.join('\n')}`,
    [wrapped.join('\n'), wrapped.join('\n')],
  ],
  [
    'hard-wrapped, indented',
    `    ${wrapped.join('\n')}\n    ${wrapped.join('\n')}`,
    [wrapped.join('\n'), wrapped.join('\n')],
  ],
  [
    'a title above hard-wrapped lines',
    `Border reopens\n${wrapped.join('\n')}`,
    ['Border reopens', wrapped.join('\n')],
  ],
  ['bullets', '• One\n- Two\n* Three', ['One', 'Two', 'Three']],
  ['nothing', '\n \n', []],
])('%s', (_, text, paragraphs) => {
  expect(split(text)).toEqual(paragraphs)
})
