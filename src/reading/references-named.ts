import type { Name, Phrase, Reason, Reference } from '../types.js'
import { type Cast, leads } from './actors-found.js'
import { phraseOf } from './names.js'
import type { GroupSort } from './names-lexicon.js'
import type { Title } from './offices-found.js'
import type { Scene } from './references-scene.js'

const PLACES = new Set<Name['kind']>(['state', 'capital', 'seat', 'place'])

const reference = (
  phrase: Phrase,
  kind: Reference['kind'],
  actors: readonly number[],
  reason: Reason,
  place: Name | null = null,
): Reference => {
  const { sentence, from, to, head, start, end } = phrase
  return { sentence, from, to, head, start, end, kind, actors, place, reason }
}

/** "Arvenian President Ivo Sel" as one phrase, where the title touches the name. */
function withTitle(name: Name, scene: Scene): Phrase {
  const title = scene.cast.finds.titles.find(
    (t) => t.scan.sentence.index === name.sentence && t.to <= name.from && t.office === name.office,
  )
  const { tokens } = scene.sentences[name.sentence]!
  const between = title ? tokens.slice(title.to, name.from).map((t) => t.form) : []
  if (!title || between.some((form) => !scene.lexicon.honorifics.has(form))) return name
  return headedByName(phraseOf(scene.sentences[name.sentence]!, title.from, name.to), name, title)
}

/**
 * "Mr Sel": where the parser hangs the name on its title or form of address, the word that hangs outside heads both.
 */
function withOuterHead(phrase: Phrase, scene: Scene): Phrase {
  const { tokens } = scene.sentences[phrase.sentence]!
  const { officeAt } = scene.cast.finds.scans[phrase.sentence]!
  const isAddress = (i: number) => officeAt[i] !== undefined || scene.lexicon.honorifics.has(tokens[i]!.form)
  let head = phrase.head
  for (let steps = 0; steps < ADDRESS; steps++) {
    const above = tokens[head]!.head
    const near = above >= 0 && above < phrase.from && phrase.from - above <= ADDRESS
    if (!near || !/^(flat|compound|nmod:desc)/.test(tokens[head]!.deprel)) break
    if (!tokens.slice(above, phrase.from).every((_, i) => isAddress(above + i))) break
    head = above
  }
  return head === phrase.head ? phrase : { ...phrase, head }
}

/** "Sultan of Arvenia". */
const endsWith = (title: Title, name: Name): boolean =>
  title.from < name.from && title.to === name.to && title.scan.sentence.tokens[name.from - 1]?.form === 'of'

/** The state behind a person's name or title, which is part of the phrase: "President Ivo Sel of Arvenia". */
function isOwnerBehind(name: Name, scene: Scene): boolean {
  if (name.kind !== 'state') return false
  return scene.cast.finds.titles.some(
    (t) =>
      t.scan.sentence.index === name.sentence &&
      (t.kind.acts || t.holders.length > 0) &&
      (t.ownerBehind === name.from || (endsWith(t, name) && !isPlural(t) && t.rule !== 'office-by-verb')),
  )
}

/** Where the parser hangs several words of a title and a name outside, the name's own head stands for them all. */
function headedByName(whole: Phrase, name: Name, title: Title): Phrase {
  const { tokens } = title.scan.sentence
  const outside = (i: number) => tokens[i]!.head < whole.from || tokens[i]!.head >= whole.to
  if (outside(name.head)) return { ...whole, head: name.head }
  return { ...whole, head: outside(title.head) ? title.head : whole.head }
}

/** "Arvenian rebels": the adjective of a side that does not act for the state. */
const isOfSide = (name: Name, { cast }: Scene): boolean =>
  cast.groups.some(
    ({ mention: m }) =>
      m.sort === 'sides' && m.sentence === name.sentence && m.from <= name.from && name.to <= m.to,
  )

/** "The two Koreas", "inter-Korean": one word for two states. */
function pairReferences(scene: Scene): Reference[] {
  return scene.sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token, i) => {
      const codes = scene.lexicon.pairs.get(token.form)
      if (!codes) return []
      const actors = codes.flatMap((code) => scene.cast.byState.get(code) ?? [])
      return [
        reference(phraseOf(sentence, i, i + 1), 'name', actors, { rule: 'codebook-pair', words: token.form }),
      ]
    }),
  )
}

function nameReference(name: Name, scene: Scene): Reference | null {
  const actor = scene.cast.byName.get(name)
  const place = PLACES.has(name.kind) ? name : null
  if ((actor === undefined && !place) || isOwnerBehind(name, scene) || isOfSide(name, scene)) return null
  const phrase = name.kind === 'person' ? withOuterHead(withTitle(name, scene), scene) : name
  return reference(phrase, 'name', actor === undefined ? [] : [actor], name.reason, place)
}

const ADDRESS = 3

const isPlural = (title: Title): boolean => title.scan.sentence.tokens[title.head]!.xpos.endsWith('S')

function titlePhrase(title: Title): Phrase {
  const { sentence } = title.scan
  return { ...phraseOf(sentence, title.from, title.to), head: title.head }
}

/** Persons who hold the office that a bare title names, by state, office and whether they still hold it. */
function holdersOf(title: Title, { cast, lexicon }: Scene): number[] {
  const same = new Set([title.kind.title, title.kind.same])
  const country = title.assumed ? null : title.country
  const fits = cast.actors.filter(
    (a) =>
      a.kind === 'person' &&
      (country === null || a.country === country) &&
      a.offices.some((o) => same.has(o.title) && o.former === title.office.former),
  )
  if (fits.length > 0 || title.country === null) return fits.map((a) => a.index)
  return cast.actors.filter((a) => leads(a, title, lexicon)).map((a) => a.index)
}

const DEFINITE = new Set(['the', 'The', 'THE'])
const BACK = 2

/** "The president": the only holder in the report, else the only one named in the sentences just before. */
function bareTitle(title: Title, scene: Scene): Reference | null {
  const { tokens, index } = scene.sentences[title.scan.sentence.index]!
  if (isPlural(title) || (title.country === null && !DEFINITE.has(tokens[title.from - 1]?.form ?? '')))
    return null
  const holders = holdersOf(title, scene)
  const near = holders.filter((actor) =>
    scene.cast.finds.names.some(
      (n) =>
        scene.cast.byName.get(n) === actor && n.start < title.office.span.start && index - n.sentence <= BACK,
    ),
  )
  const only = holders.length === 1 ? holders : near.length === 1 ? near : []
  if (only.length !== 1) return null
  const words = scene.text.slice(title.office.span.start, title.office.span.end)
  return reference(titlePhrase(title), 'description', only, { rule: 'office-alone', words })
}

/** A title beside its holder's name but apart from it: "Ivo Sel, the Arvenian president,". */
function titleReference(title: Title, scene: Scene): Reference | null {
  if (title.rule === 'office-alone') return bareTitle(title, scene)
  const actor = scene.cast.byTitle.get(title)
  const comma = scene.sentences[title.scan.sentence.index]!.tokens[title.to]?.form === ','
  if (actor === undefined || isPlural(title)) return null
  if (title.rule === 'office-by-verb' || (title.rule === 'office-before-name' && !comma)) return null
  const words = scene.text.slice(title.office.span.start, title.office.span.end)
  return reference(titlePhrase(title), 'description', [actor], { rule: title.rule, words })
}

/** "The ministry", "the government": the one of this noun that the report has given a state. */
function ownedBefore(noun: string, start: number, cast: Cast): number[] {
  const groups = cast.groups.filter(
    (g) => g.mention.noun === noun && g.mention.country && g.mention.start < start,
  )
  const last = noun.split(' ').at(-1)!
  const bodies = cast.finds.names.filter(
    (n) => n.kind === 'organisation' && n.start < start && n.text.toLowerCase().split(' ').at(-1) === last,
  )
  const all = [...groups.map((g) => g.actor), ...bodies.map((n) => cast.byName.get(n)!)]
  return [...new Set(all)]
}

/** "The government", "the army" in a report that speaks of one state only. */
function onlyState({ sort }: { readonly sort: GroupSort }, { cast }: Scene): number[] {
  const states = [...cast.byState.values()]
  return (sort === 'organ' || sort === 'force') && states.length === 1 ? states : []
}

function groupReferences(scene: Scene): Reference[] {
  return scene.cast.groups.map(({ mention, actor }) => {
    const { tokens } = scene.sentences[mention.sentence]!
    const bare = mention.country === null && DEFINITE.has(tokens[mention.from - 1]?.form ?? '')
    const before = bare ? ownedBefore(mention.noun, mention.start, scene.cast) : []
    const owned = bare && before.length === 0 ? onlyState(mention, scene) : before
    const words = scene.text.slice(mention.start, mention.end)
    const rule =
      before.length === 1
        ? 'group-named-before'
        : owned.length === 1
          ? 'group-of-only-state'
          : `group-${mention.rule}`
    return reference(mention, 'description', owned.length === 1 ? owned : [actor], { rule, words })
  })
}

/** References that need no memory of the text: names, titles and group nouns, in the order of the text. */
export function namedReferences(scene: Scene): Reference[] {
  const names = scene.names.map((name) => nameReference(name, scene))
  const titles = scene.cast.finds.titles.map((title) => titleReference(title, scene))
  const all = [...names, ...titles, ...groupReferences(scene), ...pairReferences(scene)].filter(
    (r) => r !== null,
  )
  return all.sort((a, b) => a.start - b.start || b.end - a.end)
}
