import { z } from 'zod'
import type { Report } from '../../types.js'
import { type Cell, csvRow } from '../csv.js'

/** How many reports were read of one outlet and month: what counts of events have to be seen against. */
export const Coverage = z.object({
  month: z
    .string()
    .nullable()
    .describe('month of publication, as 2025-10; empty where a report does not say'),
  outlet: z.string().nullable().describe('who published them; empty where the reports do not say'),
  reports: z.number().int().describe('how many of its reports of that month were read'),
  telling: z.number().int().describe('how many of these have a mention in this release'),
})
type Coverage = z.infer<typeof Coverage>

/** Counts reports by month and outlet. */
export class Tally {
  readonly #counts = new Map<string, Coverage>()

  add({ published, outlet: said, press }: Report, mentions: number): void {
    const month = published ? monthOf(published.value) : null
    const outlet = said?.value ?? press?.name ?? null
    const key = JSON.stringify([month ?? '', outlet ?? ''])
    const before = this.#counts.get(key) ?? { month, outlet, reports: 0, telling: 0 }
    const telling = before.telling + Number(mentions > 0)
    this.#counts.set(key, { ...before, reports: before.reports + 1, telling })
  }

  /** By month and outlet, the undated first. */
  csv(): string {
    const rows = [...this.#counts].sort(([one], [other]) => (one < other ? -1 : 1))
    const cells = rows.map(([, { month, outlet, reports, telling }]): Cell[] => [
      month,
      outlet,
      reports,
      telling,
    ])
    return [Object.keys(Coverage.shape), ...cells].map(csvRow).join('')
  }

  /** The first and the last month of which a report was read; null where no report says. */
  get span(): readonly [string, string] | null {
    const months = [...this.#counts.values()].flatMap(({ month }) => month ?? []).sort()
    return months.length > 0 ? [months[0]!, months.at(-1)!] : null
  }
}

/** A year alone stays a year. */
function monthOf(published: string): string {
  return published.slice(0, 7)
}
