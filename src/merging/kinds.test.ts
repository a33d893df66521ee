import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Mention } from '../types.js'
import { kindOf, parseKinds } from './kinds.js'

const file = new URL('../../codebook/kinds.yaml', import.meta.url)
const rules = parseKinds({ name: 'kinds.yaml', text: readFileSync(file, 'utf8') })
const telling = (trigger: string, topic: string[]) =>
  ({ trigger: { text: trigger }, topic: topic.map((text) => ({ text })) }) as unknown as Mention

test.each([
  ['SANCTION', 'imposed', ['an asset freeze'], ['economic'], 'sanctions'],
  ['ASSAULT', 'bombed', ['the railway'], ['economic'], 'military'],
  ['AGREE', 'signed', ['a mutual defence pact'], ['diplomatic'], 'military'],
  ['COOPERATE', 'resumed', ['direct flights'], ['economic'], 'transport'],
  ['COOPERATE', 'opened', ['a joint film festival'], [], 'culture'],
  ['AGREE', 'signed', ['a trade agreement'], ['diplomatic'], 'economic'],
  ['AGREE', 'signed', ['an accord'], ['economic', 'diplomatic'], 'economic'],
  ['CONSULT', 'met', [], ['diplomatic', 'economic'], 'diplomatic'],
  ['STATEMENT', 'said', [], [], 'diplomatic'],
  ['COERCE', 'arrested', ['two men'], ['crime'], null],
] as const)('%s %s %j in %j is %s', (event, trigger, topic, context, kind) => {
  expect(kindOf({ event, context: [...context] }, [telling(trigger, [...topic])], rules)).toBe(kind)
})

test('a word within another is not that word', () => {
  expect(
    kindOf({ event: 'COERCE', context: [] }, [telling('seized', ['an important paper'])], rules),
  ).toBeNull()
})

test('a kind that does not exist is named with its line', () => {
  expect(() => parseKinds({ name: 'kinds.yaml', text: 'source: x\nkinds:\n  - kind: sport\n' })).toThrow(
    /kinds\.yaml:3/,
  )
})
