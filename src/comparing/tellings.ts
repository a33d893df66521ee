import type { Event, Mention, Report } from '../types.js'

/** One report's telling of one event: everything that report says of it. */
export interface Telling {
  readonly report: Report
  readonly origin: string
  readonly mentions: readonly Mention[]
}

/** The tellings of an event, in the order of the story's reports. */
export function tellingsOf(
  event: Event,
  reports: readonly Report[],
  origins: ReadonlyMap<string, string>,
): readonly Telling[] {
  return reports.flatMap((report) => {
    const mentions = event.mentions.filter((mention) => mention.report === report.id)
    return mentions.length > 0 ? [{ report, origin: origins.get(report.id) ?? report.id, mentions }] : []
  })
}

/** How many independent voices these tellings are: copies of one text are one. */
export function voices(tellings: readonly Telling[]): number {
  return new Set(tellings.map((telling) => telling.origin)).size
}
