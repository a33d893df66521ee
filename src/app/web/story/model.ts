import type { StoredReport } from '../../../store/index.js'
import type { WholeStory } from '../../../store/view.js'
import type { Comparison, Point, Span } from '../../../types.js'
import { differing, tellingsBy } from '../../render/point-view.js'
import { lettersOf, type StateNames, stateNamesOf } from '../../render/words.js'
import { compareStored } from '../../stored-story.js'

/** A story as its page shows it. */
export interface StoryModel {
  readonly id: string
  readonly title: string | null
  readonly comparison: Comparison
  readonly stored: ReadonlyMap<string, StoredReport>
  readonly letters: ReadonlyMap<string, string>
  readonly names: StateNames
}

/** A stretch of a report's text that tells a point (from 1), or words of it in which reports differ. */
export interface Marking extends Span {
  readonly point: number
  readonly kind: 'told' | 'differs'
}

export function storyModel({ story, reports, events }: WholeStory): StoryModel {
  const comparison = compareStored(story.id, reports, events)
  return {
    id: story.id,
    title: story.title,
    comparison,
    stored: new Map(reports.map((one) => [one.report.id, one])),
    letters: lettersOf(comparison),
    names: stateNamesOf(events),
  }
}

/** Reports by whose words they carry: the first of each origin, with its copies. */
export function originsOf({ comparison }: Pick<StoryModel, 'comparison'>) {
  const { reports } = comparison
  const firsts = reports.filter((one, i) => reports.findIndex(({ origin }) => origin === one.origin) === i)
  return firsts.map((first) => ({
    first,
    copies: reports.filter((other) => other !== first && other.origin === first.origin),
  }))
}

/** Where in a report's text the points are told, and which words of it differ from other reports. */
export function markingsOf(report: string, points: readonly Point[]): Marking[] {
  return points.flatMap((point, i) => [
    ...tellingsBy(report, point, points).map(
      ({ start, end }): Marking => ({ start, end, point: i + 1, kind: 'told' }),
    ),
    ...differing(point)
      .filter(({ kind }) => kind !== 'extra')
      .flatMap(({ values }) => values.flatMap(({ spans }) => spans))
      .filter((span) => span.report === report)
      .map(({ start, end }): Marking => ({ start, end, point: i + 1, kind: 'differs' })),
  ])
}

/** The id in the page of the sentence with which a report tells a point. */
export function anchorOf(letter: string, point: number): string {
  return `s-${letter}-${point}`
}
