import { expect, it } from 'vitest'
import { corrects } from './published.js'
import type { Telling } from './tellings.js'
import { makeReport, masthead } from './testing.js'

const told = (outlet: string, published: string): Telling => {
  const report = makeReport(outlet, ['Arvenia met Bolandia.'], masthead(outlet, 'Title', published))
  return { report, origin: outlet, voice: outlet, mentions: [] }
}

it.each([
  ['a later report of one outlet', told('Post', '2031-03-04'), told('Post', '2031-03-03'), true],
  ['a later hour', told('Post', '2031-03-04T18:00'), told('Post', '2031-03-04T09:00'), true],
  ['the same day', told('Post', '2031-03-04'), told('Post', '2031-03-04'), false],
  ['an earlier report', told('Post', '2031-03-03'), told('Post', '2031-03-04'), false],
  ['another outlet', told('Post', '2031-03-04'), told('Wire', '2031-03-03'), false],
])('%s corrects: %s', (_, later, earlier, expected) => expect(corrects(later, earlier)).toBe(expected))
