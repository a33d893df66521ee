/** Made sentences in the manner of news, with their trees: what treebanks of other texts hardly have. */
import type { GoldSentence } from '../src/app/scoring/gold/conllu.js'
import { clause, flattened, type Node, node, nounPhrase, phrase } from './newswire-trees.js'
import { Writer } from './newswire-writer.js'

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
