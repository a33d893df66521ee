import type { Event, Evidence, Mention } from '../../types.js'
import { correctionWords, signatureWords } from './corrections.js'
import { hang, pad, type RenderOptions, usableWidth } from './layout.js'
import { markSpans } from './marking.js'
import { makePaint, type Paint } from './paint.js'
import { safe } from './safe.js'
import { byHandWords, voicesWords } from './voices.js'
import { counted, dateWords, listWords, sidesWords, stateNamesOf, typeWords } from './words.js'

const LABEL = 12
const BAR = 20

interface View {
  readonly paint: Paint
  readonly width: number
}

/**
 * Why a mention or an event is as it is: each value with the rule and the words behind it, said and inferred
 * apart, under the sentence it rests on; for an event also the clues that joined its mentions, with their weights.
 * @example renderExplain(event, { width: 100, colour: false })
 */
export function renderExplain(record: Mention | Event, options: RenderOptions): string {
  const view = { paint: makePaint(options.colour), width: usableWidth(options.width) }
  const lines = 'mentions' in record ? eventLines(record, view) : mentionLines(record, view)
  return `${lines.join('\n')}\n`
}

function eventLines(event: Event, view: View): string[] {
  const { paint, width } = view
  const title = `${sidesWords(event, stateNamesOf([event]))} · ${typeWords(event)} · ${dateWords(event.date)}`
  const told = `${counted(event.mentions.length, 'mention')}${event.reports > 0 ? ' in ' : ', '}${voicesWords(event)}`
  return [
    ...hang('', paint.bold(`Event ${safe(event.id)}`), width),
    ...hang('', title, width),
    ...hang('', paint.dim(told), width),
    ...correctionLines(event.corrections, view),
    ...event.mentions.flatMap((mention) => ['', ...mentionLines(mention, view)]),
    ...event.joins.flatMap((join) => ['', ...joinLines(join, event, view)]),
  ]
}

/** What persons said of it: what stands now, what the machine makes of it, who says so and why. */
export function correctionLines(
  corrections: Event['corrections'],
  { paint, width }: Pick<View, 'paint' | 'width'>,
  indent = '',
): string[] {
  return corrections.flatMap((one) => {
    const label = `${indent}✎ ${safe(one.entry)} `
    const words = `${paint.accent(correctionWords(one))} ${paint.dim(signatureWords(one))}`
    return hang(label, words, width)
  })
}

function mentionLines(mention: Mention, view: View): string[] {
  const { paint, width } = view
  const spans = mention.evidence.flatMap((evidence) => evidence.spans)
  return [
    ...hang('', `${paint.bold(`Mention ${safe(mention.id)}`)} ${paint.dim(whereWords(mention))}`, width),
    ...hang('  ', `“${markSpans(mention.text, mention.start, spans, paint.mark)}”`, width),
    ...mention.evidence.flatMap((evidence) => evidenceLines(evidence, mention, view)),
    ...hang(
      '  ',
      paint.dim(
        `confidence ${mention.confidence.toFixed(2)}, reader ${safe(mention.coder.reader)}, codebook ${safe(mention.coder.codebook)}`,
      ),
      width,
    ),
  ]
}

/** Where its text stands: in a report, or in what a person recorded. */
function whereWords({ said_by_person, file, start, end }: Mention): string {
  return said_by_person ? byHandWords(said_by_person) : `${safe(file)}, characters ${start} to ${end}`
}

/** Field, value, whether it was said; then the rule and its words. */
function evidenceLines(evidence: Evidence, mention: Mention, { paint, width }: View): string[] {
  const { rule, words, note } = evidence.reason
  const standing = evidence.said ? 'said' : paint.accent('inferred')
  const value = evidence.field === 'date' ? dateWords(evidence.value) : nameFor(evidence.value, mention)
  const from = words ? `${safe(rule)}, from "${safe(words)}"` : safe(rule)
  const why = note ? `${from} (${safe(note)})` : from
  const label = `  ${pad(safe(evidence.field).slice(0, LABEL - 1), LABEL)}`
  return [
    ...hang(label, `${paint.bold(value)}  ${standing}`, width),
    ...hang(' '.repeat(LABEL + 2), paint.dim(why + elsewhere(evidence, mention)), width),
  ]
}

/** Actors are kept by id; people know them by name. */
function nameFor(value: string, mention: Mention): string {
  const entity = [...mention.actor, ...mention.recipient].find((one) => one.id === value)
  return safe(entity?.name ?? value)
}

/** Words that lie outside the sentence shown. */
function elsewhere({ spans }: Evidence, mention: Mention): string {
  const outside = spans.filter((span) => span.end <= mention.start || span.start >= mention.end)
  const places = outside.map((span) => `${span.start} to ${span.end}`)
  return places.length > 0 ? `; elsewhere in the report, at characters ${listWords(places)}` : ''
}

/** Why one mention joined another: each clue adds to the sum, shown as a waterfall. */
function joinLines(join: Event['joins'][number], event: Event, { paint, width }: View): string[] {
  const file = (id: string) => safe(event.mentions.find((mention) => mention.id === id)?.file ?? id)
  const scale = Math.max(1, join.total, ...runningSums(join.clues.map((clue) => clue.weight)))
  const sums = runningSums(join.clues.map((clue) => clue.weight))
  return [
    ...hang('', paint.bold(`Joined: ${file(join.mention)} with ${file(join.to)}`), width),
    ...join.clues.flatMap(({ clue, weight, words }, i) => {
      const step = waterfall(sums[i - 1] ?? 0, sums[i]!, scale)
      const label = `  ${pad(signed(weight), 7)}${pad(step, BAR + 2)}`
      return hang(label, safe(clue) + (words ? paint.dim(` (${safe(words)})`) : ''), width)
    }),
    ...hang(`  ${pad(signed(join.total), 7)}`, paint.bold('in sum'), width),
  ]
}

function runningSums(weights: readonly number[]): readonly number[] {
  let sum = 0
  return weights.map((weight) => {
    sum += weight
    return sum
  })
}

/** A bar from the sum before a clue to the sum after it: full where it adds, light where it takes away. */
function waterfall(before: number, after: number, scale: number): string {
  const at = (sum: number) => Math.round((Math.max(0, sum) / scale) * BAR)
  const [from, to] = [Math.min(at(before), at(after)), Math.max(at(before), at(after))]
  return ' '.repeat(from) + (after >= before ? '█' : '░').repeat(Math.max(1, to - from))
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`
}
