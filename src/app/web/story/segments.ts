import type { Span } from '../../../types.js'

/** A piece of text to which the same markings apply from its beginning to its end. */
export interface Segment<T extends Span> extends Span {
  readonly over: readonly T[]
  /** The markings that end with this piece. */
  readonly ending: readonly T[]
}

/**
 * Cuts a stretch of text where markings begin and end; together the pieces are the whole stretch.
 * @example segmentsOf({ start: 0, end: 9 }, [{ start: 3, end: 6 }]).length // 3
 */
export function segmentsOf<T extends Span>(stretch: Span, markings: readonly T[]): Segment<T>[] {
  const inside = markings.filter(({ start, end }) => start < stretch.end && end > stretch.start)
  const cuts = inside.flatMap(({ start, end }) => [start, end])
  const within = cuts.filter((at) => at > stretch.start && at < stretch.end)
  const bounds = [...new Set([stretch.start, ...within, stretch.end])].sort((a, b) => a - b)
  return bounds.slice(0, -1).map((start, i) => {
    const end = bounds[i + 1]!
    const over = inside.filter((one) => one.start < end && one.end > start)
    return { start, end, over, ending: over.filter((one) => one.end === end) }
  })
}
