/** Made sentences in the manner of news, with their trees: what treebanks of other texts hardly have. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'yaml'
import type { GoldSentence } from '../src/app/scoring/gold/conllu.js'
import { clause, flattened, type Node, node, nounPhrase, phrase, type Verb } from './newswire-trees.js'

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
class Writer {
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

const comma = (): Node => node(',', 'PUNCT', ',', 'punct', false)
const and = (): Node => node('and', 'CCONJ', 'CC', 'cc')

/** The kinds of sentences; each gives the node of its root. */
const PATTERNS: readonly ((w: Writer) => Node)[] = [
  (w) => clause(w.verb('acts').past, 'VBD', 'root', [w.who('nsubj')], w.rest()),
  (w) => clause(w.verb('acts').past, 'VBD', 'root', [w.group('nsubj')], w.rest()),
  (w) => clause(w.verb('moves').past, 'VBD', 'root', [w.group('nsubj')], w.moved()),
  // "crossed into Arvenia and killed five soldiers"
  (w) => {
    const second = clause(w.verb('acts').past, 'VBD', 'conj', [and()], [w.what('obj')])
    return clause(w.verb('moves').past, 'VBD', 'root', [w.group('nsubj')], [...w.moved(), second])
  },
  // "shelled Tesk, killing two people"
  (w) => {
    const lemma = w.verb('kills').lemma
    const killing = clause(`${lemma.replace(/e$/, '')}ing`, 'VBG', 'advcl', [comma()], [w.victims('obj')])
    return clause(w.verb('acts').past, 'VBD', 'root', [w.who('nsubj')], [...w.rest(), killing])
  },
  (w) => clause(w.verb('says').past, 'VBD', 'root', [w.who('nsubj')], [w.told('ccomp')]),
  (w) => {
    const content = w.told('ccomp')
    const that = { ...content, left: [node('that', 'SCONJ', 'IN', 'mark'), ...content.left] }
    return clause(w.verb('says').past, 'VBD', 'root', [w.titled('nsubj')], [that])
  },
  (w) => w.suffered('root'),
  // "Drones hit by Arvenian troops fell": a participle that describes its noun.
  (w) => {
    const hit = clause(w.verb('acts').participle, 'VBN', 'acl', [], [phrase('by', w.group('obl:agent'))])
    const who = w.group('nsubj')
    return clause(w.verb('moves').past, 'VBD', 'root', [{ ...who, right: [...who.right, hit] }], w.moved())
  },
  // "Talks between Arvenia and Bolandia collapsed"
  (w) => {
    const talks = nounPhrase(w.word('events'), 'NNS', 'nsubj', [])
    const subject = { ...talks, right: [phrase('between', w.pair('nmod'))] }
    return clause(
      w.verb('ends').past,
      'VBD',
      'root',
      [subject],
      w.maybe(0.5, () => w.when('obl')),
    )
  },
  // "An Arvenian drone strike on Kettin killed two people"
  (w) => {
    const strike = nounPhrase(w.word('strikes'), 'NN', 'nsubj', [node('A', 'DET', 'DT', 'det'), w.demonym()])
    const subject = { ...strike, right: [phrase('on', w.state('nmod'))] }
    return clause(w.verb('kills').past, 'VBD', 'root', [subject], [w.victims('obj')])
  },
  // "Arvenia and Bolandia accused each other of violating the ceasefire"
  (w) => {
    const other = { ...node('each', 'DET', 'DT', 'obj'), right: [node('other', 'ADJ', 'JJ', 'fixed')] }
    const of = node('of', 'SCONJ', 'IN', 'mark')
    const charge = clause('violating', 'VBG', 'advcl', [of], [w.what('obj')])
    return clause('accused', 'VBD', 'root', [w.pair('nsubj')], [other, charge])
  },
  // "In July, an Arvenian ship landed in Bolandia"
  (w) => clause(w.verb('moves').past, 'VBD', 'root', [w.fronted(), comma(), w.who('nsubj')], w.moved()),
  (w) => clause(w.verb('acts').past, 'VBD', 'root', [w.fronted(), comma(), w.who('nsubj')], w.rest()),
  // "Arvenia closed its border and recalled its envoys"
  (w) => {
    const second = clause(w.verb('acts').past, 'VBD', 'conj', [and()], w.rest())
    return clause(w.verb('acts').past, 'VBD', 'root', [w.who('nsubj')], [w.what('obj'), second])
  },
  // "The visit comes just days after Arvenia expelled two diplomats"
  (w) => {
    const after = clause(
      w.verb('acts').past,
      'VBD',
      'advcl',
      [node('after', 'SCONJ', 'IN', 'mark'), w.who('nsubj')],
      w.rest(),
    )
    const days = nounPhrase(
      w.pick(['days', 'weeks', 'hours']),
      'NNS',
      'obl:unmarked',
      w.maybe(0.5, () => node('just', 'ADV', 'RB', 'advmod')),
    )
    const subject = nounPhrase(w.word('thing'), 'NN', 'nsubj', [node('the', 'DET', 'DT', 'det')])
    return clause(w.pick(['comes', 'came']), w.pick(['VBZ', 'VBD']), 'root', [subject], [days, after])
  },
  // "Footage showed Anna Bel greeting Pavel Lund"
  (w) => {
    const seen = clause(w.word('seen'), 'VBG', 'xcomp', [], [w.pick([w.name, w.titled, w.group])('obj')])
    const whom = w.pick([w.name, w.titled, w.group])('obj')
    const subject = nounPhrase(w.pick(['footage', 'video']), 'NN', 'nsubj', [])
    return clause('showed', 'VBD', 'root', [subject], [whom, seen])
  },
  // "President Anna Bel told Pavel Lund that ..."
  (w) => {
    const content = w.told('ccomp')
    const that = { ...content, left: [node('that', 'SCONJ', 'IN', 'mark'), ...content.left] }
    return clause('told', 'VBD', 'root', [w.titled('nsubj')], [w.pick([w.titled, w.name])('iobj'), that])
  },
  // "Arvenia, which borders Bolandia, closed its ports"
  (w) => {
    const which = clause(
      w.verb('acts').past,
      'VBD',
      'acl:relcl',
      [comma(), node('which', 'PRON', 'WDT', 'nsubj')],
      [w.what('obj'), comma()],
    )
    const who = w.state('nsubj')
    return clause(w.verb('acts').past, 'VBD', 'root', [{ ...who, right: [which] }], w.rest())
  },
  // "Anna Bel, the foreign minister of Arvenia, visited ..."
  (w) => {
    const role = nounPhrase(w.word('roles'), 'NN', 'appos', [comma(), node('the', 'DET', 'DT', 'det')])
    const of = { ...role, right: [phrase('of', w.state('nmod')), comma()] }
    const who = w.name('nsubj')
    return clause(w.verb('acts').past, 'VBD', 'root', [{ ...who, right: [...who.right, of] }], w.rest())
  },
  // "Arvenia blocked EU aid to Bolandia"
  (w) => {
    const giver = node(w.pick(['EU', 'US', 'UN', 'NATO', 'U.S.']), 'PROPN', 'NNP', 'compound')
    const aid = nounPhrase(
      w.pick(['aid', 'help', 'support', 'pressure', 'arms sales', 'trade']),
      'NN',
      'obj',
      [giver],
    )
    const object = { ...aid, right: [phrase(w.pick(['to', 'for', 'on']), w.state('nmod'))] }
    return clause(w.verb('acts').past, 'VBD', 'root', [w.who('nsubj')], [object])
  },
  // "Arvenian troops are leaving bases in Bolandia"
  (w) => {
    const aux = w.pick([node('are', 'AUX', 'VBP', 'aux'), node('were', 'AUX', 'VBD', 'aux')])
    return clause(w.word('seen'), 'VBG', 'root', [w.group('nsubj'), aux], w.rest())
  },
  // "The talks with Arvenian attorney Anna Bel failed"
  (w) => {
    const talks = nounPhrase(w.word('events'), 'NNS', 'nsubj', [node('the', 'DET', 'DT', 'det')])
    const subject = { ...talks, right: [phrase('with', w.titled('nmod'))] }
    return clause(w.verb('ends').past, 'VBD', 'root', [subject], [])
  },
]

/** How many sentences are made: about one to seven of the treebanks. */
const COUNT = 2600

/**
 * Sentences in the manner of news, with tags and trees as Universal Dependencies have them.
 * @param random 0 to 1; the same sequence gives the same sentences
 */
export function newsSentences(random: () => number): GoldSentence[] {
  const writer = new Writer(random)
  return Array.from({ length: COUNT }, () => flattened(writer.pick(PATTERNS)(writer)))
}
