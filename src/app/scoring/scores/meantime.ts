import { type Joinable, joinTellings } from '../../../merging/joining.js'
import { findLinks } from '../../../merging/links.js'
import { profileOf } from '../../../merging/profiles.js'
import { findStories } from '../../../merging/stories.js'
import type { Told } from '../../../merging/traits.js'
import type { Engine } from '../../../rapport.js'
import { read } from '../../../reading/index.js'
import type { Entity, Report, Sentence, Span } from '../../../types.js'
import { actWords } from '../act-words.js'
import { chainTallies, type Linked } from '../chains.js'
import { worthOf } from '../figures.js'
import { type ChainedText, type GoldMention, MEANTIME, readChains } from '../gold/meantime.js'
import { half } from '../halves.js'
import { madeReport } from '../made-report.js'
import type { Figure, Half, Item, Sample, Score } from '../score.js'

const CONLL = { formula: 'mean-f1', of: 'muc+b-cubed+ceaf-e' } as const

/** A gold mention as merging is asked about it, and what the baselines need. */
interface Asked extends Joinable {
  readonly gold: GoldMention
  readonly doc: string
  readonly text: string
  readonly lemma: string
}

function reportOf({ id, title, text, day, topic }: ChainedText): Report {
  return madeReport(id, { title, text: text.slice(title.length + 1), day, source: topic })
}

/** The report has one line break more than the text, after the title. */
const moved = (span: Span, { title }: ChainedText): Span => {
  const by = span.start > title.length ? 1 : 0
  return { start: span.start + by, end: span.end + by }
}

function entityOf(name: string): Entity {
  return { id: name.toLowerCase(), name, names: [name], kind: 'organisation', country: null, office: null }
}

/** What the mention's participants are called in its own words, by role. */
const named = ({ participants }: GoldMention, text: string, roles: readonly string[]): string[] =>
  participants.filter(({ role }) => roles.includes(role)).map(({ start, end }) => text.slice(start, end))

/** A gold mention in its report. */
interface Placed {
  readonly gold: GoldMention
  readonly at: Span
  readonly words: string
  readonly sentence: Sentence | undefined
  /** Of the sentence in the report. */
  readonly index: number
}

function placed(gold: GoldMention, of: ChainedText, report: Report, sentences: readonly Sentence[]): Placed {
  const at = moved(gold, of)
  const index = sentences.findIndex(({ start, end }) => start <= at.start && end > at.start)
  return { gold, at, words: report.text.slice(at.start, at.end), sentence: sentences[index], index }
}

/** @param often how often the report uses its word for an act */
function toldOf(
  { gold, at, words, sentence, index }: Placed,
  often: number,
  of: ChainedText,
  report: Report,
): Told {
  const around = sentence ?? at
  const { meant, shape, parties } = actWords(at, sentence, words)
  const taking = [...named(gold, of.text, ['Arg1', 'Arg2']), ...parties]
  return {
    report: report.id,
    event: null,
    ...{ aux: null, background: false, date: null, date_text: null, event_loc: null, recipient: [] },
    ...{ quote: [], numbers: [] },
    actor: named(gold, of.text, ['Arg0']).map(entityOf),
    topic: taking.map((text) => ({ start: 0, end: 0, text })),
    trigger: { ...at, text: words, lemma: meant },
    shape: { ...shape, sentence: Math.max(0, index), often },
    text: report.text.slice(around.start, around.end),
    start: around.start,
  }
}

function askedIn(text: ChainedText, engine: Engine): Asked[] {
  const report = reportOf(text)
  const { sentences } = read(report, engine.reading)
  const all = text.mentions.map((gold) => placed(gold, text, report, sentences))
  const acts = all.map(({ at, sentence, words }) => actWords(at, sentence, words))
  return all.map((one, i) => {
    const { lemma, meant } = acts[i]!
    const often = acts.filter((act) => act.meant === meant).length
    const mention = { ...toldOf(one, often, text, report), id: one.gold.id }
    const keys = engine.merging.kin.kinds(meant)
    return { gold: one.gold, doc: text.id, text: mention.text, lemma, keys, mention }
  })
}

type Joining = (asked: readonly Asked[]) => ReadonlyMap<string, string>

const nothing: Joining = (asked) => new Map(asked.map(({ gold }) => [gold.id, gold.id]))
const sameLemma: Joining = (asked) =>
  new Map(asked.map(({ gold, doc, lemma }) => [gold.id, `${doc} ${lemma}`]))

/** Rapport's own: stories of the texts, and within them what the clues join. */
function merging(texts: readonly ChainedText[], { merging: rules }: Engine): Joining {
  const reports = texts.map(reportOf)
  const stories = findStories(reports, findLinks(reports.map((r) => profileOf(r, [], rules))))
  const storyOf = new Map(stories.flatMap(({ id, reports: of }) => of.map((report) => [report, id] as const)))
  const judging = { ...rules, storyOf }
  return (asked) =>
    new Map(
      joinTellings(asked, judging)
        .flatMap(({ events }) => events)
        .flatMap((event) => event.map(({ gold }) => [gold.id, event[0]!.gold.id] as const)),
    )
}

function itemsOf(
  texts: readonly ChainedText[],
  asked: readonly Asked[],
  found: ReadonlyMap<string, string>,
): Item[] {
  const docOf = new Map(asked.map(({ gold, doc }) => [gold.id, doc]))
  const linked = asked.map(
    ({ gold }): Linked => ({ id: gold.id, gold: gold.chain, found: found.get(gold.id)! }),
  )
  const tallies = chainTallies(linked, ({ id }) => docOf.get(id)!)
  return texts.map((text) => ({
    key: JSON.stringify([text.id, text.mentions.map(({ id, chain }) => [id, chain])]),
    half: half(text.id),
    tallies: { ...tallies.get(text.id) },
    miss: missOf(text, asked, found),
  }))
}

function missOf(
  text: ChainedText,
  asked: readonly Asked[],
  found: ReadonlyMap<string, string>,
): string | null {
  const own = asked.filter(({ doc }) => doc === text.id)
  const pairs = own.flatMap((a, i) => own.slice(i + 1).map((b) => [a, b] as const))
  const wrong = pairs.flatMap(([a, b]) => {
    const [gold, here] = [a.gold.chain === b.gold.chain, found.get(a.gold.id) === found.get(b.gold.id)]
    return gold === here ? [] : [`${gold ? 'apart' : 'joined'} ${a.lemma} and ${b.lemma}`]
  })
  return wrong.length ? `${text.title}: ${wrong.join('; ')}` : null
}

/** Chains are joined within each half, so that none says anything of the other. */
function byHalf(
  texts: readonly ChainedText[],
  engine: Engine,
  joining: (of: readonly ChainedText[]) => Joining,
): Item[] {
  return (['tune', 'test'] as const).flatMap((part) => {
    const own = texts.filter(({ id }) => half(id) === part)
    const asked = own.flatMap((text) => askedIn(text, engine))
    return itemsOf(own, asked, joining(own)(asked))
  })
}

const on = (part: Half, items: readonly Item[]): number =>
  worthOf(
    CONLL,
    items.filter((item) => item.half === part),
  )
/** To be gained over joining equal lemmas. */
const GAIN = 0.05

function figuresFor(goal: number, beside: string): Figure[] {
  const single = (name: string, formula: Figure['formula'], of: string): Figure => ({
    name,
    formula,
    of,
    goal: null,
    beside: null,
  })
  return [
    { name: 'CoNLL F1', ...CONLL, goal, beside },
    single('MUC F1', 'f1', 'muc'),
    single('B-cubed F1', 'f1', 'b-cubed'),
    single('CEAF-e F1', 'f1', 'ceaf-e'),
    single('MUC precision', 'precision', 'muc'),
    single('MUC recall', 'recall', 'muc'),
  ]
}

function sampleOf(texts: readonly ChainedText[], engine: Engine): Sample {
  const items = byHalf(texts, engine, (own) => merging(own, engine))
  const lemma = byHalf(texts, engine, () => sameLemma)
  const apart = byHalf(texts, engine, () => nothing)
  const both = (list: readonly Item[]) =>
    `${on('tune', list).toFixed(3)} (tune), ${on('test', list).toFixed(3)} (test)`
  const beside = `same lemma within a text ${both(lemma)}; joining nothing ${both(apart)}, in the same run`
  return { set: 'MEANTIME', figures: figuresFor(on('test', lemma) + GAIN, beside), items }
}

/** Which marked words of 120 texts speak of one event. */
export const meantime: Score = {
  name: 'meantime',
  about:
    'Chains of gold event mentions over the 120 Wikinews texts of MEANTIME (business news, few acts between states): Rapport’s clues for acts that no type of the codebook names, asked about every two mentions of one story, with the words of the gold participants and without gold dates, entities or chains. CoNLL F1 is the mean of MUC, B-cubed and CEAF-e; mentions that are alone in their chain count. Halved by text; each half is joined by itself.',
  needs: [MEANTIME],
  measure: async (lab) => [sampleOf(readChains(lab.data!), lab.engine())],
}
