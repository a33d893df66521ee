import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EventType } from '../records.js'
import { CodebookError, parseCodebook } from './codebook.js'

const consult = `type: CONSULT
quad: 1
score: 2.5
future: AGREE
needs_recipient: false
definition: "Meeting."
modes:
  visit: { score: 4, definition: "Travelling." }
classes:
  talks: [talk, negotiation]
source: "written for this test"
triggers:
  - { verb: hold, frame: mutual }
  - { verb: [hold, conduct], object: ["@talks", summit], frame: mutual }
  - { noun: "state visit", frame: visit, mode: visit }
  - { verb: brief, prep: { on: "*", in: "@talks" }, frame: directed, source: "elsewhere" }
examples:
  - { text: "Arvenia met Bolandia.", actor: [XAR, XBO] }
  - { text: "Arvenia met a demand.", none: true }
`
const built = { name: 'events/consult.yaml', text: consult }
const parse = (text: string) => parseCodebook([{ name: 'consult.yaml', text }])

describe('parseCodebook', () => {
  const { types, triggersByLemma } = parseCodebook([built])

  it('keeps what the type says', () => {
    expect(types.get('CONSULT')).toMatchObject({
      quad: 1,
      score: 2.5,
      future: 'AGREE',
      needsRecipient: false,
    })
    expect(types.get('CONSULT')?.modes.get('visit')?.score).toBe(4)
  })

  it('finds triggers by lemma, the most specific first, with classes written out', () => {
    const [first, second] = triggersByLemma.verb.get('hold') ?? []
    expect(first?.object).toEqual(new Set(['talk', 'negotiation', 'summit']))
    expect(second?.object).toBeNull()
  })

  it('finds a noun of several words by its last', () => {
    expect(triggersByLemma.noun.get('visit')?.[0]).toMatchObject({ before: ['state'], mode: 'visit' })
  })

  it('finds a hyphenated word as one token or as three', () => {
    const { triggersByLemma } = parse(consult.replace('verb: brief', 'noun: tete-a-tete'))
    const heads = [...triggersByLemma.noun.keys()]
    expect(heads).toEqual(expect.arrayContaining(['tete-a-tete', 'tete']))
    expect(triggersByLemma.noun.get('tete')?.[0]?.before).toEqual(['tete', '-', 'a', '-'])
  })

  it('knows file and line of every trigger and example', () => {
    expect(triggersByLemma.verb.get('conduct')?.[0]).toMatchObject({ file: 'events/consult.yaml', line: 14 })
    expect(types.get('CONSULT')?.examples[1]).toMatchObject({ none: true, line: 19 })
  })

  it('gives a directed trigger its places to look for the recipient, and its own source', () => {
    const brief = triggersByLemma.verb.get('brief')?.[0]
    expect(brief?.recipient[0]).toBe('obj')
    expect(brief?.prep.get('on')).toBe('*')
    expect(brief?.prep.get('in')).toEqual(new Set(['talk', 'negotiation']))
    expect([brief?.source, triggersByLemma.verb.get('hold')?.[0]?.source]).toEqual([
      'elsewhere',
      'written for this test',
    ])
  })
})

describe('an overlay', () => {
  it('adds triggers, classes and contexts and replaces single values', () => {
    const overlay = {
      name: 'mine.yaml',
      text: `type: CONSULT
score: 3
classes: { talks: [powwow] }
contexts: { sport: { definition: "Games.", cues: [match] } }
triggers: [{ verb: powwow, frame: mutual, context: [sport] }]`,
    }
    const { types, triggersByLemma, contexts } = parseCodebook([built, overlay])
    expect(types.get('CONSULT')).toMatchObject({ score: 3, definition: 'Meeting.' })
    expect(triggersByLemma.verb.get('powwow')?.[0]?.file).toBe('mine.yaml')
    expect(triggersByLemma.verb.get('hold')?.[0]?.object).toContain('powwow')
    expect(contexts.get('sport')?.cues).toEqual(new Set(['match']))
  })

  it('changes the version, as any change does', () => {
    const again = { ...built, text: `${consult}\n# a word` }
    expect(parseCodebook([built]).version).toBe(parseCodebook([built]).version)
    expect(parseCodebook([again]).version).not.toBe(parseCodebook([built]).version)
  })
})

describe('a mistake is named with file, line and what was meant', () => {
  it.each([
    [
      'a field',
      'object: [',
      'obejct: [',
      /^consult\.yaml:14: unknown field "obejct"; did you mean "object"\?$/,
    ],
    [
      'a top-level field',
      'modes:',
      'mode:',
      /^consult\.yaml:7: unknown field "mode"; did you mean "modes"\?$/,
    ],
    [
      'a class',
      '"@talks", summit',
      '"@tlaks"',
      /^consult\.yaml:14: unknown class "@tlaks"; did you mean "@talks"\?$/,
    ],
    [
      'a frame',
      'frame: visit',
      'frame: vist',
      /^consult\.yaml:15: .*"vist" is not known; did you mean "visit"\?$/,
    ],
    ['a mode', 'mode: visit', 'mode: visti', /^consult\.yaml:15: CONSULT has no mode "visti".*"visit"/],
    ['a type', 'type: CONSULT', 'type: CONSUL', /^consult\.yaml:1: type "CONSUL" .*"CONSULT"/],
    [
      'no trigger word',
      'verb: [hold, conduct], ',
      '',
      /^consult\.yaml:14: .*exactly one of verb, noun and adjective/,
    ],
    ['capitals', 'verb: brief', 'verb: Brief', /^consult\.yaml:16: .*lower case/],
    [
      'a field left out',
      'quad: 1\n',
      '',
      /^consult\.yaml:1: CONSULT is new here and needs the field "quad"$/,
    ],
    ['broken YAML', 'source: "', 'source: "a" "', /^consult\.yaml:\d+: /],
    ['an example without actor', ', actor: [XAR, XBO]', '', /^consult\.yaml:18: .*actor/],
  ])('%s', (_, from, to, message) => {
    expect(() => parse(consult.replace(from, to))).toThrow(message)
  })

  it('tells of every mistake at once', () => {
    const text = consult.replace('frame: visit', 'frame: vist').replace('object: [', 'obejct: [')
    expect(() => parse(text)).toThrow(CodebookError)
    expect(() => parse(text)).toThrow(/:14: .*\n.*:15: /)
  })

  it('reports an unknown context when contexts are known', () => {
    const contexts = {
      name: 'c.yaml',
      text: 'contexts: { economic: { definition: "Money.", cues: [trade] } }',
    }
    const text = consult.replace('frame: visit,', 'frame: visit, context: [econmic],')
    expect(() => parseCodebook([contexts, { name: 'consult.yaml', text }])).toThrow(/did you mean "economic"/)
  })
})

describe('the codebook that ships', () => {
  const folder = new URL('../../codebook/', import.meta.url)
  const names = [...readdirSync(new URL('events/', folder)).map((name) => `events/${name}`), 'contexts.yaml']
  const codebook = parseCodebook(
    names.map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
  )

  it('has rules for every event type', () => {
    expect([...codebook.types.keys()].sort()).toEqual([...EventType.options].sort())
  })

  it.each(EventType.options)('%s has triggers, a definition, look-alikes and forty examples', (type) => {
    const rules = codebook.types.get(type)!
    expect(rules.definition.length).toBeGreaterThan(20)
    expect(rules.lookAlikes.length).toBeGreaterThan(1)
    expect(rules.triggers.length).toBeGreaterThan(60)
    expect(rules.examples.length).toBeGreaterThanOrEqual(40)
    expect(rules.examples.filter((example) => example.none).length).toBeGreaterThanOrEqual(8)
  })

  it('tells no example twice as two different things', () => {
    const all = [...codebook.types.values()].flatMap((rules) => rules.examples)
    const told = new Map<string, string>()
    for (const { text, type, none } of all.filter((example) => !example.none)) {
      expect([text, told.get(text) ?? type, none]).toEqual([text, type, false])
      told.set(text, type)
    }
  })

  it('knows only invented states in its examples', () => {
    const all = [...codebook.types.values()].flatMap((rules) => rules.examples)
    const codes = new Set(all.flatMap((example) => [...example.actor, ...example.recipient]))
    expect([...codes].filter((code) => !/^X[A-Z]{2}$/.test(code))).toEqual([])
  })
})
