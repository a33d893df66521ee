import type { ComparedField, Evidence, FieldName, FieldValue, Mention } from '../types.js'
import { type Telling, voices } from './tellings.js'

type QuotedSpan = FieldValue['spans'][number]

/** What one report says in one field. */
export interface Claim {
  readonly telling: Telling
  /** Claims with the same key have the same value. */
  readonly key: string
  readonly value: string
  /** False when the value was taken from elsewhere for this report. */
  readonly said: boolean
  /** An inferred value counts as this report's word only as far as words of its own stand behind it ("on Monday"). */
  readonly backed: boolean
  readonly spans: readonly QuotedSpan[]
  /** Whose word the report gives it as; null or left out where it is the report's own. */
  readonly by?: string | null
}

/** How two values stand to each other; `apart`: neither the same nor excluding each other. */
export type Relation = 'same' | 'apart' | Exclude<NonNullable<ComparedField['kind']>, 'extra'>

const STRENGTH: readonly Relation[] = [
  'apart',
  'same',
  'spelling',
  'wording',
  'precision',
  'update',
  'conflict',
]

/** One field for each group of claims that speak of the same thing. */
export function compareClaims(
  field: FieldName,
  claims: readonly Claim[],
  relate: (a: Claim, b: Claim) => Relation,
): readonly ComparedField[] {
  const weigh = (a: Claim, b: Claim): Relation => tempered(a, b, relate(a, b))
  return groups(claims, (a, b) => relate(a, b) !== 'apart').map((group) => compareGroup(field, group, weigh))
}

/** Inferred values neither contradict nor confirm: at most they agree in precision, with words behind them. */
function tempered(a: Claim, b: Claim, relation: Relation): Relation {
  if (a.said && b.said) return relation
  if (!a.backed || !b.backed || relation === 'conflict' || relation === 'update') return 'apart'
  return 'precision'
}

function compareGroup(
  field: FieldName,
  group: readonly Claim[],
  relate: (a: Claim, b: Claim) => Relation,
): ComparedField {
  const pairs = pairsOf(group)
  const relations = settle(pairs, relate)
  const strongest = relations.reduce<Relation>((best, next) => stronger(best, next), 'apart')
  if (strongest === 'conflict') return makeField(field, 'conflict', 'conflict', group)
  const agreed = pairs.some(([a, b], i) => a.telling.voice !== b.telling.voice && agrees(relations[i]!))
  if (strongest === 'update') return makeField(field, agreed ? 'agree' : 'single', 'update', group)
  if (!agreed) return makeField(field, 'single', 'extra', group)
  return makeField(field, 'agree', strongest === 'same' || strongest === 'apart' ? null : strongest, group)
}

/** Two reports that agree in one of their values do not contradict each other in another. */
function settle(
  pairs: readonly (readonly [Claim, Claim])[],
  relate: (a: Claim, b: Claim) => Relation,
): readonly Relation[] {
  const first = pairs.map(([a, b]) => relate(a, b))
  const both = ([a, b]: readonly [Claim, Claim]) =>
    [a.telling.report.id, b.telling.report.id].sort().join(' ')
  const atOne = new Set(pairs.filter((_, i) => agrees(first[i]!)).map(both))
  return first.map((relation, i) => (agrees(relation) || !atOne.has(both(pairs[i]!)) ? relation : 'apart'))
}

function agrees(relation: Relation): boolean {
  return relation !== 'apart' && relation !== 'update' && relation !== 'conflict'
}

function stronger(a: Relation, b: Relation): Relation {
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b
}

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const))
}

/** Splits items into the groups that `joined` connects, groups and items in the given order. */
export function groups<T>(items: readonly T[], joined: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const group = items.map((_, i) => i)
  items.forEach((item, i) => {
    for (const near of group.slice(0, i).filter((_, j) => joined(items[j]!, item))) {
      const [first, other] = [Math.min(group[i]!, near), Math.max(group[i]!, near)]
      group.forEach((each, j) => {
        if (each === other) group[j] = first
      })
    }
  })
  return [...new Set(group)].map((id) => items.filter((_, i) => group[i] === id))
}

/** A field whose values are the claims, those with one key together. */
export function makeField(
  field: FieldName,
  status: ComparedField['status'],
  kind: ComparedField['kind'],
  claims: readonly Claim[],
): ComparedField {
  return { field, status, kind, values: valuesOf(claims) }
}

function valuesOf(claims: readonly Claim[]): FieldValue[] {
  const equal = (a: Claim, b: Claim) => a.said === b.said && a.key === b.key
  return groups(claims, equal).map((same) => ({
    value: same[0]!.value,
    said: same[0]!.said,
    reports: [...new Set(same.map((claim) => claim.telling.report.id))],
    spans: same.flatMap((claim) => claim.spans),
    by: [...new Set(same.flatMap((claim) => claim.by ?? []))],
  }))
}

/** Whether claims come from two origins or more. */
export function independent(claims: readonly Claim[]): boolean {
  return voices(claims.map((claim) => claim.telling)) >= 2
}

/** A claim that the report makes in its own words. */
export function claim(
  telling: Telling,
  key: string,
  value: string,
  spans: readonly QuotedSpan[],
  said = true,
  backed = said,
): Claim {
  return { telling, key, value, said, backed, spans }
}

/** The evidence that a mention gives for a field. */
export function evidenceFor(mention: Mention, fields: readonly string[]): readonly Evidence[] {
  return mention.evidence.filter((evidence) => fields.includes(evidence.field))
}

/** A slice of a report's text, as a span that quotes itself. */
export function quoted(telling: Telling, start: number, end: number): QuotedSpan {
  return { report: telling.report.id, start, end, text: telling.report.text.slice(start, end) }
}

/** Where a mention says these words: the first place in its text, or nothing. */
export function spansOf(telling: Telling, mention: Mention, words: string | null): readonly QuotedSpan[] {
  const at = words ? mention.text.indexOf(words) : -1
  if (at < 0 || !words) return []
  return [quoted(telling, mention.start + at, mention.start + at + words.length)]
}

/** The spans that a mention's evidence gives for a field. */
export function evidenceSpans(
  telling: Telling,
  mention: Mention,
  fields: readonly string[],
): readonly QuotedSpan[] {
  return evidenceFor(mention, fields).flatMap((evidence) =>
    evidence.spans.map((span) => quoted(telling, span.start, span.end)),
  )
}
