import type { Office, Token } from '../types.js'
import { type Lexicon, squeeze } from './names-lexicon.js'
import { isCapital, type Mark, type OfficeMark } from './names-marks.js'
import type { Run } from './names-runs.js'
import type { Scan } from './names-scan.js'
import type { OfficeKind } from './offices.js'

/** An office in the text with the words that belong to it, and the names of those who hold it. */
export interface Title {
  readonly scan: Scan
  /** Tokens [from, to): "former Russian President". */
  readonly from: number
  readonly to: number
  readonly head: number
  readonly kind: OfficeKind
  readonly office: Office
  /** The state that a holder belongs to; also where the office is one of a party or a movement. */
  readonly country: string | null
  /** The country is the codebook's, since the office exists in one state only. */
  readonly assumed: boolean
  /** It is the office of an organisation, not of a state. */
  readonly organisational: boolean
  readonly holders: readonly Run[]
  /** The token of the state behind the holder's name: "President Ivo Sel of Arvenia". */
  readonly ownerBehind: number | null
  readonly rule: 'office-before-name' | 'office-in-apposition' | 'office-by-verb' | 'office-alone'
}

interface Left {
  from: number
  former: boolean
  owner: Mark | null
  organisation: Run | null
}

const isPossessive = (token: Token | undefined): boolean => token !== undefined && /^['’]s?$/.test(token.form)

/** Where a word such as "long-serving" or "state-backed" begins that ends at a token; "ex-president" is none. */
function compoundStart(tokens: readonly Token[], last: number): number | null {
  const [first, hyphen, end] = [tokens[last - 2], tokens[last - 1], tokens[last]]
  if (!first || hyphen?.form !== '-' || first.end !== hyphen.start || hyphen.end !== end!.start) return null
  return /^(VERB|ADJ)$/.test(end!.upos) && !/^\p{Lu}/u.test(end!.form) ? last - 2 : null
}

/**
 * Reads the words before a title, from right to left: "former", "acting", "Russian", "Russia's", "Foreign Ministry".
 */
function readLeft(scan: Scan, mark: OfficeMark, runs: readonly Run[], lexicon: Lexicon): Left {
  const { tokens } = scan.sentence
  const left: Left = { from: mark.from, former: false, owner: null, organisation: null }
  let loose = 0
  for (let i = mark.from - 1; i >= 0 && loose < 3; ) {
    const compound = compoundStart(tokens, i)
    if (compound !== null) {
      if (!lexicon.keeping.has(textOf(tokens, compound, i + 1).toLowerCase())) loose += 1
      left.from = compound
      i = compound - 1
      continue
    }
    const word = tokens[i]!.form.toLowerCase()
    const owner = scan.markAt[isPossessive(tokens[i]) ? i - 1 : i]
    const run = runs.find((r) => r.to === i + 1 && lexicon.organisationHeads.has(tokens[i]!.form))
    if (owner && !left.owner) {
      left.owner = owner
      left.from = i = owner.from
    } else if (run && !left.owner && !left.organisation) {
      left.organisation = run
      left.from = i = run.from
    } else if (lexicon.former.has(word)) {
      left.former = true
      left.from = i
    } else if (lexicon.keeping.has(word)) left.from = i
    else if (word === '-' || (tokens[i]!.upos === 'ADJ' && !left.owner)) loose += 1
    else break
    i -= 1
  }
  return left
}

interface Right {
  to: number
  owner: Mark | null
  body: string | null
}

/** "ambassador to Bolandia": where to, which says nothing of whose; the token behind it. */
function sentTo(scan: Scan, to: number): number | null {
  const first = scan.sentence.tokens[to + 1]?.form === 'the' ? to + 2 : to + 1
  return scan.markAt[first]?.to ?? null
}

/** Reads "of Arvenia", "of the Security Council", "of Russia's Security Council" after a title. */
function readRight(scan: Scan, mark: OfficeMark, runs: readonly Run[], lexicon: Lexicon): Right {
  const { tokens } = scan.sentence
  const none = { to: mark.to, owner: null, body: null }
  if (tokens[mark.to]?.form === 'to') return { ...none, to: sentTo(scan, mark.to) ?? mark.to }
  if (tokens[mark.to]?.form !== 'of') return none
  const first = tokens[mark.to + 1]?.form === 'the' ? mark.to + 2 : mark.to + 1
  const owner = scan.markAt[first] ?? null
  const next = owner ? owner.to + (isPossessive(tokens[owner.to]) ? 1 : 0) : first
  const body = runs.find((r) => r.from === next && lexicon.organisationHeads.has(tokens[r.to - 1]!.form))
  if (body) return { to: body.to, owner, body: textOf(tokens, body.from, body.to) }
  return owner && !isPossessive(tokens[owner.to]) ? { to: owner.to, owner, body: null } : none
}

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((t, i, all) => (i > 0 && all[i - 1]!.end < t.start ? ' ' : '') + t.form)
    .join('')

/** "chairman" of "Russia's Security Council" is "chairman of the Security Council". */
function titleOf(kind: OfficeKind, right: Right, lexicon: Lexicon): OfficeKind {
  if (!right.body) return kind
  const title = `${kind.title} of the ${right.body}`
  return lexicon.titles.get(squeeze(title.toLowerCase())) ?? { ...kind, title, acts: true, rank: null }
}

const STATELY = new Set(['state', 'demonym', 'people', 'capital', 'seat'])

function ownerCountry(owner: Mark | null, kind: OfficeKind): string | null {
  if (!owner) return null
  if (owner.entry.kind === 'capital' && !kind.acts) return null
  return owner.entry.country
}

/** The people that a title stands before; a plural title takes both sides of "and". */
function holdersAfter(
  scan: Scan,
  title: { from: number; to: number },
  runs: readonly Run[],
  lexicon: Lexicon,
) {
  const { tokens } = scan.sentence
  let at = title.to
  const comma = tokens[at]?.form === ','
  if (comma) at += 1
  // "Supreme Leader Ayatollah Ali Khamenei", "chief of staff, Maj. Gen. Ivo Sel": one title after another.
  while (lexicon.honorifics.has(tokens[at]?.form ?? '') || scan.officeAt[at])
    at = scan.officeAt[at]?.to ?? at + 1
  const first = runs.find((r) => r.from === at && isPersonal(r, lexicon))
  if (!first || (comma && !/^[,.]$/.test(tokens[first.to]?.form ?? ''))) return []
  const end = stateBehind(first)?.to ?? first.to
  if (!tokens[title.to - 1]!.xpos.endsWith('S') || tokens[end]?.form !== 'and') return [first]
  const second = runs.find((r) => r.from === end + 1 && isPersonal(r, lexicon))
  return second ? [first, second] : [first]
}

const isPersonal = (run: Run, lexicon: Lexicon): boolean => {
  const last = run.scan.sentence.tokens[run.to - 1]!.form
  return (
    !lexicon.organisationHeads.has(last) && !lexicon.placeHeads.has(last) && !lexicon.otherHeads.has(last)
  )
}

/** "Name, the Russian foreign minister," and "Name, who now serves as …": the name to the left of a title. */
function holderBefore(scan: Scan, from: number, runs: readonly Run[], lexicon: Lexicon) {
  const { tokens } = scan.sentence
  const start =
    /^(DET)$|^PRP\$$/.test(tokens[from - 1]?.upos ?? '') || tokens[from - 1]?.xpos === 'PRP$'
      ? from - 1
      : from
  const ending = (at: number) => runs.find((r) => r.to === at && isPersonal(r, lexicon)) ?? null
  if (tokens[start - 1]?.form === ',') return { run: ending(start - 1), verb: false, was: false }
  let at = start - 1
  let was = false
  let verb = false
  for (let steps = 0; at >= 0 && steps < 6; at--, steps++) {
    const token = tokens[at]!
    if (lexicon.holding.has(token.lemma)) verb = true
    else if (!lexicon.passing.has(token.form.toLowerCase()) && token.upos !== 'AUX') break
    if (/^VBD$/.test(token.xpos)) was = true
  }
  if (!verb) return { run: null, verb, was }
  return { run: ending(tokens[at]?.form === ',' ? at : at + 1), verb, was }
}

/** The state right behind a holder's name: "Ivo Sel of Arvenia". */
function stateBehind(run: Run): Mark | null {
  const { tokens } = run.scan.sentence
  const mark = tokens[run.to]?.form === 'of' ? run.scan.markAt[run.to + 1] : undefined
  return mark?.entry.kind === 'state' && !isPossessive(tokens[mark.to]) ? mark : null
}

/** A title before a name, with the state behind the name where none stands before. */
function heldAfter(base: Omit<Title, 'holders' | 'rule' | 'ownerBehind'>, holders: readonly Run[]): Title {
  const behind = base.country === null || base.assumed ? stateBehind(holders[0]!) : null
  const title = { ...base, holders, rule: 'office-before-name' } as const
  if (!behind) return { ...title, ownerBehind: null }
  const country = behind.entry.country
  return { ...title, country, assumed: false, office: { ...base.office, country }, ownerBehind: behind.from }
}

/**
 * "Sorvik president Ada Moll", "president of Sorvik Steel": the office of a firm or body that the codebook does not
 * know.
 */
function isOfFirm(scan: Scan, mark: OfficeMark, left: Left, owner: Mark | null, lexicon: Lexicon): boolean {
  const { tokens } = scan.sentence
  if (owner || isCapital(tokens[mark.from]!.form)) return false
  const before = tokens[left.from - 1]
  const behind = tokens[mark.to]?.form === 'of' ? tokens[mark.to + 1] : undefined
  const isProper = (t: Token | undefined) =>
    t?.upos === 'PROPN' && isCapital(t.form) && !lexicon.notNames.has(t.form) && !/(ly|er)$/.test(t.form)
  return isProper(before) || isProper(behind)
}

function makeTitle(scan: Scan, mark: OfficeMark, runs: readonly Run[], lexicon: Lexicon): Title[] {
  const { tokens } = scan.sentence
  const left = readLeft(scan, mark, runs, lexicon)
  const right = readRight(scan, mark, runs, lexicon)
  const kind = titleOf(mark.kind, right, lexicon)
  const owner = left.owner ?? right.owner
  const said = ownerCountry(owner, kind)
  const organisational =
    isOfFirm(scan, mark, left, owner, lexicon) ||
    (owner !== null && !STATELY.has(owner.entry.kind) && owner.entry.sort !== 'state')
  const assumed = said === null && owner === null && kind.country !== null
  const country = assumed ? kind.country : said
  const span = { start: tokens[left.from]!.start, end: tokens[right.to - 1]!.end }
  const office = { title: kind.title, country: organisational ? null : country, former: left.former, span }
  const base = {
    scan,
    from: left.from,
    to: right.to,
    head: mark.to - 1,
    kind,
    country,
    assumed,
    organisational,
    office,
  }
  const after = holdersAfter(scan, { from: left.from, to: right.to }, runs, lexicon)
  if (after.some(stateBehind)) return after.map((run) => heldAfter(base, [run]))
  if (after.length > 0) return [heldAfter(base, after)]
  const before = holderBefore(scan, left.from, runs, lexicon)
  if (!before.run) return [{ ...base, holders: [], ownerBehind: null, rule: 'office-alone' }]
  const rule = before.verb ? 'office-by-verb' : 'office-in-apposition'
  const former = left.former || before.was
  return [{ ...base, office: { ...office, former }, holders: [before.run], ownerBehind: null, rule }]
}

/** Every office in a sentence, with its state and its holders where the words give them. */
export function findTitles(scan: Scan, runs: readonly Run[], lexicon: Lexicon): Title[] {
  return scan.offices.flatMap((mark) => makeTitle(scan, mark, runs, lexicon))
}
