import { describe, expect, it } from 'vitest'
import { means, person, read } from '../../test/reading/invented.js'
import type { Actor } from '../types.js'
import { parseLexicon } from './names-lexicon.js'

const held = (a: Actor | undefined) =>
  a?.offices.map((o) => `${o.former ? 'former ' : ''}${o.title} ${o.country}`)

describe('names and offices', () => {
  it.each([
    ['Arvenian President Ivo Sel arrived on Monday.', 'Ivo Sel', 'XAR', ['president XAR']],
    [
      'Ana Rell, the Corvian foreign minister, arrived on Monday.',
      'Ana Rell',
      'XCV',
      ['foreign minister XCV'],
    ],
    ["Bolandia's top diplomat Ana Rell spoke on Monday.", 'Ana Rell', 'XBO', ['foreign minister XBO']],
    ["Dremland's leader, Jon Tamm, spoke on Monday.", 'Jon Tamm', 'XDR', ['leader XDR']],
    ['The Dremish prime minister, Jon Tamm, resigned.', 'Jon Tamm', 'XDR', ['prime minister XDR']],
    ['Jon Tamm, president of Corvia, met reporters.', 'Jon Tamm', 'XCV', ['president XCV']],
    ['Corvian Deputy Foreign Minister Ana Rell arrived.', 'Ana Rell', 'XCV', ['deputy foreign minister XCV']],
    ['Former Corvian President Ana Rell died on Monday.', 'Ana Rell', 'XCV', ['former president XCV']],
    ['Arvenian Crown Prince Omar bin Talal visited Kettin.', 'Omar bin Talal', 'XAR', ['crown prince XAR']],
    ['Corvian President Samir al-Haddar visited Kettin.', 'Samir al-Haddar', 'XCV', ['president XCV']],
    ['President Ivo Sel of Arvenia met reporters.', 'Ivo Sel', 'XAR', ['president XAR']],
    ['Presidents Sel of Arvenia and Rell of Corvia met reporters.', 'Rell', 'XCV', ['president XCV']],
    ['Omar Reza, the long-serving sultan of Corvia, spoke.', 'Omar Reza', 'XCV', ['sultan XCV']],
    ['Ana Rell, the chief executive of Dremland, spoke.', 'Ana Rell', 'XDR', ['chief executive XDR']],
  ])('%s', (text, name, country, offices) => {
    const actor = person(read(text), name)
    expect(actor?.country).toBe(country)
    expect(held(actor)).toEqual(offices)
  })

  it.each([
    ['Arvenian Foreign Minister Ada Bishop left.', 'Ada Bishop'],
    ['Arvenian Queen Mira II left.', 'Mira II'],
    ['Arvenian Prime Minister Mira May left.', 'Mira May'],
    ['The foreign minister of Arvenia, HE Dr Ivo Sel, left.', 'Ivo Sel'],
  ])('%s', (text, name) => {
    expect(person(read(text), name)?.country).toBe('XAR')
  })

  it('takes the organ of a state for that of the state beside it', () => {
    const codes = (text: string) => read(text).names.map((n) => n.country)
    expect(codes('The House of Commons of Arvenia met.')).toEqual(['XAR', 'XAR'])
  })

  it('does not read two words as one', () => {
    expect(read('Before I ran for office, I left.').names).toEqual([])
  })

  it('gives two offices to one who left one for another', () => {
    const r = read(
      "Former Arvenian President Ivo Sel, who now serves as deputy chairman of Arvenia's Security Council, came.",
    )
    expect(held(person(r, 'Ivo Sel'))).toEqual([
      'former president XAR',
      'deputy chairman of the Security Council XAR',
    ])
  })

  it.each([
    ['Footage showed smoke over the harbour.'],
    ['Relations improved in April and on Monday.'],
    ['Western sanctions hurt. Both sides agreed.'],
  ])('finds no names in "%s"', (text) => {
    expect(read(text).names.filter((n) => n.kind !== 'other')).toEqual([])
  })

  it.each([
    ['The Corvian Foreign Ministry protested.', 'organisation', 'XCV', 'Foreign Ministry'],
    ['The Bank of Corvia cut rates.', 'organisation', 'XCV', 'Bank of Corvia'],
    ['Talks were held in Amber Hall.', 'seat', 'XAR', 'Amber Hall'],
    ['Ships left the South China Sea.', 'place', null, 'South China Sea'],
    ['The Drems were angry.', 'group', 'XDR', 'Drems'],
  ])('%s', (text, kind, country, name) => {
    expect(read(text).names).toContainEqual(expect.objectContaining({ kind, country, text: name }))
  })

  it.each([
    ['Upper and Lower Corvia signed.', ['XUP', 'XLO']],
    ['Upper and Lower Corvian officials met.', ['XUP', 'XLO']],
    ['South Arvenian leaders met.', []],
    ['East Bolandia waited.', []],
  ])('%s', (text, codes) => {
    const names = read(text).names.filter((n) => n.country !== null)
    expect(names.map((n) => n.country)).toEqual(codes)
  })

  it.each([
    ['Prices are in Arvenian dollars.', 'Arvenian dollars', null],
    ['The Tesk accords hold.', 'Tesk accords', null],
    ['They met the Tesk government.', 'Tesk', 'XAR'],
    ['Arvenian Petroleum sold oil.', 'Arvenian Petroleum', 'XAR'],
    ['Anglo Arvenian Corp sold oil.', 'Anglo Arvenian Corp', null],
    ['The Arvenian Party of Rights won.', 'Arvenian Party of Rights', 'XAR'],
    ['The Arvenian Democratic Union won.', 'Arvenian Democratic Union', 'XAR'],
    ['Later Partai Sel won.', 'Partai Sel', null],
  ])('%s', (text, name, country) => {
    expect(read(text).names).toMatchObject([{ text: name, country }])
  })

  it('leaves a short name open where two states share it', () => {
    const codes = (text: string) => read(text).names.flatMap((n) => n.country ?? [])
    expect(codes('North Korea and South Korea met. The Korean minister left.')).toEqual(['PRK', 'KOR'])
    expect(codes('South Korea agreed. The Korean minister left.')).toEqual(['KOR', 'KOR'])
  })

  it('reads a state name beside an unknown name as a part of it', () => {
    expect(read('The singer Michael Jordan won.').actors.some((a) => a.country === 'JOR')).toBe(false)
    expect(read('The king of Jordan won.').actors.some((a) => a.country === 'JOR')).toBe(true)
  })

  it('reads a capital by the state that the report knows', () => {
    const r = read('Old Arvenia recognised Corvia in 1950. Tesk then sent grain.')
    expect(r.names.find((n) => n.text === 'Tesk')?.country).toBe('XOV')
  })
})

describe('actors', () => {
  it('joins surnames, family names and other spellings to the full name', () => {
    const r = read(
      'Corvian President Sergei Varga met Arvenian leader Tan Min Ho. Sergey Varga left. Tan waved. Varga slept.',
    )
    expect(person(r, 'Varga')?.names).toEqual(['Sergei Varga', 'Sergey Varga', 'Varga'])
    expect(person(r, 'Tan')?.names).toEqual(['Tan Min Ho', 'Tan'])
  })

  it.each([
    ['President Sel spoke in Tesk. His daughter Mira Sel left. Sel stayed.', ['Mira Sel']],
    ['President Ivo Sel spoke in Tesk. Mr Sel left.', ['Ivo Sel', 'Sel']],
    ['Mira Sel left Tesk. Her father, President Sel, stayed. Sel waved.', ['Mira Sel']],
  ])('a bare name with an office is not its later namesake: %s', (text, names) => {
    expect(person(read(text), names[0]!)?.names).toEqual(names)
  })

  it('keeps namesakes apart and leaves a bare name open when unsure', () => {
    const r = read('Tan Min Ho and Tan Yu Ran attended. Tan spoke.')
    expect(r.actors.filter((a) => a.kind === 'person').map((a) => a.names)).toEqual([
      ['Tan Min Ho'],
      ['Tan Yu Ran'],
    ])
  })

  it('infers the state of a bare office from the other state of the sentence, and says so', () => {
    const r = read(
      'Arvenia and Corvia drew closer as President Ivo Sel met Corvian Foreign Minister Ana Rell.',
    )
    expect(person(r, 'Ivo Sel')).toMatchObject({
      country: 'XAR',
      reason: { rule: 'other-state-of-sentence' },
    })
  })

  it('leaves the state open where nothing tells it', () => {
    expect(
      person(read('Arvenia, Bolandia and Corvia heard President Ivo Sel.'), 'Ivo Sel')?.country,
    ).toBeNull()
  })

  it.each([
    ['Amber Hall denied it. Prime Minister Ana Rell went to Amber Hall. Corvia waited.', 'Ana Rell', 'XAR'],
    [
      'The White House denied it. Prime Minister Ana Rell called the White House. Corvia waited.',
      'Ana Rell',
      null,
    ],
    [
      'The White House, the State Department and Amber Hall agreed. President Ana Rell left.',
      'Ana Rell',
      'USA',
    ],
    [
      'The White House agreed. Corvia and Bolandia waited. President Ana Rell met President Ivo Sel.',
      'Ivo Sel',
      null,
    ],
  ])('by houses of power: %s', (text, name, country) => {
    expect(person(read(text), name)?.country).toBe(country)
  })

  it('has one actor for a state, its capital among the names only where it acts', () => {
    const state = read('Corvia agreed. Maros said so. Talks in Kettin failed.').actors.filter(
      (a) => a.kind === 'state',
    )
    expect(state.map((a) => a.names)).toEqual([['Corvia', 'Maros'], ['Bolandia']])
  })

  it.each([
    ['Corvian rebels shelled the town.', 'Corvian rebels'],
    ['Corvian Kurdish forces shelled the town.', 'Corvian Kurdish forces'],
    ['The Corvian opposition protested.', 'Corvian opposition'],
  ])('does not count a side within a state as the state: %s', (text, group) => {
    const r = read(text)
    expect(r.actors.find((a) => a.name === group)?.country).toBeNull()
    expect(means(r, 'Corvian')).toBeUndefined()
  })

  it.each([
    ['The Free Front of Arvenia and Bolandia (FFAB) met. FFAB left.', 'Free Front of Arvenia and Bolandia'],
    ['FFAB (Free Front of Arvenia and Bolandia) met.', 'Free Front of Arvenia and Bolandia'],
    ['The United Nations Educational, Scientific and Cultural Organization (UNESCO) met.', 'UNESCO'],
  ])('has one organisation for a name and its initials: %s', (text, name) => {
    expect(read(text).actors.map((a) => a.name)).toEqual([name])
  })

  it('has groups that act for a state', () => {
    const r = read('Corvian forces shelled the town. The Bolandian government protested.')
    expect(r.actors.filter((a) => a.kind === 'group').map((a) => [a.name, a.country])).toEqual([
      ['Corvian forces', 'XCV'],
      ['Bolandian government', 'XBO'],
    ])
  })
})

describe('parseLexicon', () => {
  it.each([
    ['states: [{ code: XAR, name: Arvenia, seat: [Hall] }]', 'unknown field "seat"; did you mean "seats"?'],
    ['states:\n  - { code: Arv, name: Arvenia }', 'overlay/states.yaml:2'],
    ['states: [', 'overlay/states.yaml:1'],
  ])('names what is wrong in %j', (text, message) => {
    expect(() => parseLexicon([{ name: 'overlay/states.yaml', text }])).toThrow(message)
  })

  it('refuses a file that is no lexicon file', () => {
    expect(() => parseLexicon([{ name: 'people.yaml', text: '' }])).toThrow('known: states.yaml')
  })
})
