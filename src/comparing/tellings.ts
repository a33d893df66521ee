import { voiceOf } from '../merging/voices.js'
import type { Event, Mention, Report } from '../types.js'

/** One report's telling of one event: everything that report says of it. */
export interface Telling {
  readonly report: Report
  readonly origin: string
  /** Whose word it is: that of the one source it names for all it tells, else that of its origin. */
  readonly voice: string
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
    const origin = origins.get(report.id) ?? report.id
    return mentions.length > 0 ? [{ report, origin, voice: commonVoice(mentions, origin), mentions }] : []
  })
}

function commonVoice(mentions: readonly Mention[], origin: string): string {
  const all = new Set(mentions.map((mention) => voiceOf(mention, origin)))
  return all.size === 1 ? [...all][0]! : origin
}

/**
 * How many independent voices these tellings are: copies of one text are one, and so are relays of one named source.
 */
export function voices(tellings: readonly Telling[]): number {
  return new Set(tellings.map((telling) => telling.voice)).size
}
