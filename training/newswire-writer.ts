/** Phrases of made sentences, drawn from the words of newswire.yaml. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'yaml'
import { clause, type Node, node, nounPhrase, phrase, type Verb } from './newswire-trees.js'

type Lists = Readonly<Record<string, readonly string[]>>

const LISTS = parse(readFileSync(new URL('newswire.yaml', import.meta.url), 'utf8')) as Lists

const isOneWord = (text: string): boolean => /^\p{Lu}\p{L}+$/u.test(text)
interface Country {
  readonly name: { readonly common: string }
  readonly demonyms?: { readonly eng?: { readonly m: string } }
}
const countries = createRequire(import.meta.url)('world-countries') as readonly Country[]
const STATES = countries.map((c) => c.name.common).filter(isOneWord)
const DEMONYMS = countries.map((c) => c.demonyms?.eng?.m ?? '').filter(isOneWord)

/** Draws words and phrases; the same `random` gives the same sentences. */
export class Writer {
  constructor(private readonly random: () => number) {}

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!
  }

  maybe(share: number, make: () => Node): Node[] {
    return this.random() < share ? [make()] : []
  }

  word(list: string): string {
    return this.pick(LISTS[list]!)
  }

  verb(list: string): Verb {
    const [lemma = '', past = '', participle = ''] = this.word(list).split(' ')
    return { lemma, past, participle }
  }

  state = (label: string): Node =>
    this.random() < 0.3 ? this.longState(label) : node(this.pick(STATES), 'PROPN', 'NNP', label)

  /** "the United States", "North Korea". */
  longState(label: string): Node {
    const [first = '', last = ''] = this.word('long_states').split(' ')
    const isPlural = last.endsWith('s')
    const before = node(first, 'ADJ', 'NNP', 'amod')
    const article = isPlural || last === 'Union' ? [node('the', 'DET', 'DT', 'det')] : []
    return { ...node(last, 'PROPN', isPlural ? 'NNPS' : 'NNP', label), left: [...article, before] }
  }

  /** "the two countries", "both leaders". */
  both = (label: string): Node => {
    const all = [node('the', 'DET', 'DT', 'det'), node('two', 'NUM', 'CD', 'nummod')]
    const before = this.random() < 0.5 ? [node('both', 'DET', 'DT', 'det')] : all
    return nounPhrase(this.word('sides'), 'NNS', label, before)
  }

  demonym = (): Node => node(this.pick(DEMONYMS), 'ADJ', 'JJ', 'amod')

  pair = (label: string): Node => {
    const joined = this.state('conj')
    const and = node('and', 'CCONJ', 'CC', 'cc')
    return { ...this.state(label), right: [{ ...joined, left: [and, ...joined.left] }] }
  }

  name = (label: string): Node => ({
    ...node(this.word('first'), 'PROPN', 'NNP', label),
    right: [node(this.word('last'), 'PROPN', 'NNP', 'flat')],
  })

  /** "Arvenian President Ilmo Varsen", "Bolandian attorney Anna Bel". */
  titled = (label: string): Node => {
    const office = this.random() < 0.6
    const words = this.word(office ? 'offices' : 'roles').split(' ')
    const title = node(words.at(-1)!, office ? 'PROPN' : 'NOUN', office ? 'NNP' : 'NN', 'nmod:desc')
    const before = words.slice(0, -1).map((w) => node(w, 'ADJ', 'NNP', 'amod'))
    return { ...this.name(label), left: [{ ...title, left: [this.demonym(), ...before] }] }
  }

  group = (label: string): Node => {
    const number = this.maybe(0.15, () => node(this.word('numbers'), 'NUM', 'CD', 'nummod'))
    return nounPhrase(this.word('groups'), 'NNS', label, [...number, ...this.maybe(0.85, this.demonym)])
  }

  body = (label: string): Node =>
    this.random() < 0.5
      ? nounPhrase(this.word('bodies'), 'NN', label, [node('the', 'DET', 'DT', 'det'), this.demonym()])
      : nounPhrase(this.word('bodies'), 'NN', label, [
          { ...this.state('nmod:poss'), right: [node("'s", 'PART', 'POS', 'case', false)] },
        ])

  /** "officials from Arvenia and Bolandia". */
  from = (label: string): Node => {
    const home = this.random() < 0.5 ? this.pair('nmod') : this.state('nmod')
    return { ...nounPhrase(this.word('groups'), 'NNS', label, []), right: [phrase('from', home)] }
  }

  who = (label: string): Node =>
    this.pick([
      this.group,
      this.group,
      this.group,
      this.body,
      this.state,
      this.pair,
      this.both,
      this.titled,
      this.name,
      this.from,
    ])(label)

  what = (label: string): Node => {
    const owner = this.maybe(0.5, this.demonym)
    return this.random() < 0.6
      ? nounPhrase(this.word('things'), 'NNS', label, owner)
      : nounPhrase(this.word('thing'), 'NN', label, [
          node(this.pick(['a', 'the']), 'DET', 'DT', 'det'),
          ...owner,
        ])
  }

  where = (label: string): Node =>
    phrase(this.pick(['in', 'in', 'near']), {
      ...node(this.pick(STATES), 'PROPN', 'NNP', label),
      left: this.maybe(0.3, () => node(this.word('descriptions'), 'ADJ', 'JJ', 'amod')),
    })

  when = (label: string): Node => phrase('on', node(this.word('days'), 'PROPN', 'NNP', label))

  victims = (label: string): Node =>
    nounPhrase(this.word('victims'), 'NNS', label, [node(this.word('numbers'), 'NUM', 'CD', 'nummod')])

  /** What stands behind a verb: its object, a place and a day. */
  rest = (): Node[] => [
    this.what('obj'),
    ...this.maybe(0.3, () => this.where('obl')),
    ...this.maybe(0.3, () => this.when('obl')),
  ]

  moved = (): Node[] => [
    phrase(this.pick(['in', 'into', 'to', 'from', 'at', 'near']), this.state('obl')),
    ...this.maybe(0.4, () => this.when('obl')),
  ]

  told = (label: string): Node => {
    const verb = this.verb('acts')
    const draw = this.random()
    if (draw < 0.4) return clause(verb.past, 'VBD', label, [this.who('nsubj')], this.rest())
    const [aux, form, tag] = this.pick([
      ['had', verb.participle, 'VBN'],
      ['has', verb.participle, 'VBN'],
      ['would', verb.lemma, 'VB'],
      ['will', verb.lemma, 'VB'],
    ] as const)
    const auxTag = { had: 'VBD', has: 'VBZ', would: 'MD', will: 'MD' }[aux]
    return clause(form, tag, label, [this.who('nsubj'), node(aux, 'AUX', auxTag, 'aux')], this.rest())
  }

  /** "In July", "On Monday", "Last week". */
  fronted = (): Node => {
    const last = nounPhrase(this.pick(['week', 'month', 'year']), 'NN', 'obl:unmarked', [
      node('last', 'ADJ', 'JJ', 'amod'),
    ])
    return this.pick([
      phrase('in', node(this.word('months'), 'PROPN', 'NNP', 'obl')),
      phrase('in', node(this.word('years'), 'NUM', 'CD', 'obl')),
      this.when('obl'),
      last,
    ])
  }

  suffered = (label: string): Node =>
    clause(
      this.verb('acts').participle,
      'VBN',
      label,
      [{ ...this.group('nsubj:pass') }, node(this.pick(['were', 'are']), 'AUX', 'VBD', 'aux:pass')],
      [
        ...this.maybe(0.5, () => phrase('by', this.group('obl:agent'))),
        ...this.maybe(0.5, () => this.when('obl')),
      ],
    )
}
