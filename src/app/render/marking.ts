import type { Span } from '../../types.js'
import { safe } from './safe.js'

type Mark = (text: string) => string

/** A stretch of a report's text with the words at these spans marked; made safe piece by piece. */
export function markSpans(text: string, from: number, spans: readonly Span[], mark: Mark): string {
  const inside = joinSpans(spans)
    .map(({ start, end }) => ({ start: Math.max(0, start - from), end: Math.min(text.length, end - from) }))
    .filter(({ start, end }) => start < end)
  const pieces = inside.map(({ start, end }, i) => {
    const before = safe(text.slice(inside[i - 1]?.end ?? 0, start))
    return before + mark(safe(text.slice(start, end)))
  })
  return pieces.join('') + safe(text.slice(inside.at(-1)?.end ?? 0))
}

/** Overlapping spans as one, in order. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (!last || span.start > last.end) joined.push(span)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return joined
}

/** Texts with the words marked that they do not all begin or end with; unmarked where they share nothing. */
export function markDifference(texts: readonly string[], mark: Mark): readonly string[] {
  const words = texts.map((text) => text.split(' '))
  const head = commonLength(words)
  const tail = commonLength(words.map((each) => each.slice(head).toReversed()))
  if (texts.length < 2 || head + tail === 0) return texts
  return words.map((each) => {
    const middle = each.slice(head, each.length - tail).join(' ')
    return [
      ...each.slice(0, head),
      ...(middle ? [mark(middle)] : []),
      ...each.slice(each.length - tail),
    ].join(' ')
  })
}

function commonLength(lists: readonly (readonly string[])[]): number {
  const shortest = Math.min(...lists.map((list) => list.length))
  const differs = Array.from({ length: shortest }, (_, i) => lists.some((list) => list[i] !== lists[0]![i]))
  const at = differs.indexOf(true)
  return at < 0 ? shortest : at
}
