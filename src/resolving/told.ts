import type { Sentence, TimeExpression } from '../types.js'
import { type Anchor, resolveTime } from './dates.js'

/** How many sentences back a date may be told that later words count from. */
const REACH = 12
/** "a year ago" counts from a quarter only where it was told so lately. */
const NEAR = 1

interface Told {
  readonly sentence: number
  readonly edtf: string
}

/** "up from a year earlier": what is only compared with is not what the text goes on about. */
const compares = ({ meaning }: TimeExpression): boolean =>
  (meaning.kind === 'from-event' || meaning.kind === 'offset') &&
  meaning.unit === 'year' &&
  meaning.amount !== 0

/** The time of the event that words count from: the next one, where no comma stands between. */
function named(
  time: TimeExpression,
  next: TimeExpression | undefined,
  { index, tokens }: Sentence,
): TimeExpression | null {
  if (time.meaning.kind !== 'from-event' || time.meaning.of !== 'event' || next?.sentence !== index)
    return null
  const between = tokens.slice(time.to, next.from)
  return between.some((t) => /^[,;:—–]/.test(t.form)) ? null : next
}

/** What the words of a time are counted from, with the dates told before them. */
export type AnchorOf = (time: TimeExpression) => Anchor

/**
 * The anchors of a report's times, each with the dates that the text told before it: "Two days later" counts from the
 * last.
 *
 * @param times in the order of the text
 * @param sentences the report's, which tell what the words of a time name: "two days after the summit on 5 May"
 * @param tenseOf the tense that a time is told in
 */
export function toldAnchors(
  { times, sentences }: { times: readonly TimeExpression[]; sentences: readonly Sentence[] },
  anchor: Omit<Anchor, 'tense'>,
  tenseOf: (time: TimeExpression) => Anchor['tense'],
): AnchorOf {
  const told: Told[] = []
  const anchors = new Map<number, Anchor>()
  times.forEach((time, i) => {
    const since = (reach: number) =>
      told.filter((t) => time.sentence - t.sentence <= reach).map((t) => t.edtf)
    const next = named(time, times[i + 1], sentences[time.sentence]!)
    const date = next && resolveTime(next.meaning, { ...anchor, tense: tenseOf(next) }).edtf
    const event = date ? { event: { date } } : {}
    const own = { ...anchor, tense: tenseOf(time), told: since(REACH), near: since(NEAR), ...event }
    anchors.set(time.start, own)
    const { edtf } = resolveTime(time.meaning, own)
    if (edtf && !edtf.includes('/') && !compares(time)) told.push({ sentence: time.sentence, edtf })
  })
  return (time) => anchors.get(time.start) ?? { ...anchor, tense: tenseOf(time) }
}
