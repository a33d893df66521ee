/** THE FLOW. Reports come in, are read, coded, resolved, checked, merged and compared; each step by its name. */
import { type CodingRules, code } from './coding/index.js'
import { compareStory } from './comparing/index.js'
import { type GrowingRecord, grow } from './merging/growing.js'
import { type Merged, type MergeParts, type MergingRules, merge } from './merging/index.js'
import { type ReadingRules, read } from './reading/index.js'
import { type HouseRules, type RawInput, readReports, renewReport as renewed } from './reports/index.js'
import { check } from './resolving/check.js'
import { type Made, type ResolvingRules, resolve } from './resolving/index.js'
import type { Mention, Reading, Report } from './types.js'

/** Everything that the steps know, loaded once: weights, codebook, names, places. */
export interface Engine {
  readonly made: Made
  readonly house: HouseRules
  readonly reading: ReadingRules
  readonly coding: CodingRules
  readonly resolving: ResolvingRules
  readonly merging: MergingRules
}

/** What the user says of reports that do not say it themselves. */
export interface Given {
  readonly published?: string
  readonly outlet?: string
}

/** Bytes of a file to the reports in it; what cannot be read is named with its reason, and the rest goes on. */
export function readInput(engine: Engine, input: RawInput, given: Given = {}) {
  return readReports(input, { ...given, house: engine.house })
}

/** A stored report with what the codebook, as it is now, adds to it. */
export function renewReport(engine: Engine, report: Report): Report {
  return renewed(report, engine.house)
}

/** A report to its mentions. @throws CheckError when a record says what the report does not */
export function codeReport(engine: Engine, report: Report): { mentions: Mention[]; reading: Reading } {
  const reading = read(report, engine.reading)
  const coded = report.language === null || report.language === 'en' ? code(reading, engine.coding) : []
  const mentions = resolve(coded, reading, engine.resolving, engine.made)
  return { mentions: mentions.map((mention) => check(mention, report, engine.resolving.stateWords)), reading }
}

/** Mentions to events, reports to stories and origins. */
export function mergeRecord(engine: Engine, parts: MergeParts, oneStory = false): Merged {
  return merge(parts, engine.merging, oneStory)
}

/** Brings events, stories and origins of a stored record up to date with the reports that wait to be merged. */
export function growRecord<O>(engine: Engine, record: GrowingRecord<O>): Promise<O> {
  return grow(record, engine.merging)
}

export * from './types.js'
export type { Merged }
export { compareStory }
