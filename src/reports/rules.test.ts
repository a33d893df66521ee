import { describe, expect, test } from 'vitest'
import { house } from '../../test/reports/house.js'
import { firstRule, parseHouseRules } from './rules.js'

describe('every pattern of the codebook takes its own examples', () => {
  const all = [...house.furniture, ...house.bylines]
  test.each(all.flatMap((rule) => rule.examples.map((example) => ({ rule, example }))))(
    '$rule.kind: $example',
    ({ rule, example }) => {
      expect(firstRule([rule], example)).not.toBeNull()
    },
  )
})

describe('openings of a block', () => {
  test.each(house.openings.flatMap((rule) => rule.examples.map((example) => ({ rule, example }))))(
    '$rule.kind: $example',
    ({ rule, example }) => {
      expect(rule.pattern.test(example)).toBe(true)
    },
  )

  test.each(['Image copyright law was changed in Tesk.', 'Media captioning improved.', 'Video played.'])(
    'none: %s',
    (text) => {
      expect(house.openings.filter((rule) => rule.pattern.test(text))).toEqual([])
    },
  )
})

describe('sentences of a report are no furniture', () => {
  test.each([
    'Arvenia and Bolandia signed a trade agreement in Tesk on Monday.',
    'Read aloud in parliament, the letter accused Bolandia of spying.',
    'Follow-up talks will be held in Kettin.',
    'Share prices fell in Tesk after the attack.',
    'Video released by the Arvenian army showed tanks crossing the border.',
    'A photo of the minister was burned by protesters in Maros.',
    'Watch towers were built along the border by Corvian troops.',
    'Supporters of the minister marched to the embassy.',
    'The minister called the note an insult.',
    'Live fire exercises began near Osterby.',
    'Related sanctions were lifted by Dremland.',
    'Print media in Corvia are controlled by the state.',
    'Home Secretary Jane Doe visited Kettin.',
    'Save the Children said its staff had left Tesk.',
    'By Monday, Arvenian troops had withdrawn from the valley.',
    'With Bolandia isolated, Arvenia sought new friends.',
  ])('%s', (sentence) => {
    expect(firstRule([...house.furniture, ...house.bylines], sentence)).toBeNull()
  })
})

test('a codebook file that is wrong is named, with the entry', () => {
  const outlets =
    'source: x\nagencies: [{ name: AFP, signs: [AFP], country: France, control: public, source: x }]\n'
  expect(() => parseHouseRules({ outlets: [outlets], furniture: '', standing: '' })).toThrow(
    /outlets\.yaml[\s\S]*country/,
  )
})
