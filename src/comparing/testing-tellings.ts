import type { ComparedField, Mention, Point } from '../types.js'
import { compareStory, type StoryToCompare } from './index.js'
import { makeEvent, makeMention, makeReport, masthead, state } from './testing.js'

export const SAID =
  'Arvenia met Bolandia in Tesk on Monday "as planned", 12 dead, new border pact, after the long Corvian summer.'
export const ARVENIA = state('XAR', 'Arvenia')
export const BOLANDIA = state('XBO', 'Bolandia')
export const CORVIA = state('XCV', 'Corvia')

export type Given = Partial<Omit<Mention, 'trigger' | 'topic'>> & {
  published?: string
  topic?: string[]
  text?: string
  origin?: string
}

/** A story of one event, told by one report for each of the given tellings. */
export function tellingsStory(tellings: readonly Given[]): StoryToCompare {
  const made = tellings.map(({ published, topic, text = SAID, origin, ...given }, i) => {
    const report = makeReport(`r${i}`, [text], masthead(`Paper ${i}`, 'Title', published ?? null))
    const fields = { trigger: 'met', topic: topic ?? [], ...given }
    return { report, origin: origin ?? report.id, mention: makeMention(report, text, fields) }
  })
  const mentions = made.map((one) => one.mention)
  return {
    id: 's',
    reports: made.map((one) => one.report),
    events: [makeEvent('e', mentions)],
    origins: new Map(made.map((one) => [one.report.id, one.origin])),
  }
}

/** Its only point. */
export function compareTellings(...tellings: Given[]): Point {
  return compareStory(tellingsStory(tellings)).points[0]!
}

/** How fields of that name come out: "agree/precision", several behind each other. */
export function fieldOf(field: ComparedField['field'], ...tellings: Given[]): string {
  const found = compareTellings(...tellings).fields.filter((one) => one.field === field)
  return found.map((one) => `${one.status}/${one.kind}`).join(' ')
}

export const on = (
  date: string,
  date_text: string | null = 'on Monday',
  from: Mention['date_from'] = 'said',
) => ({
  date,
  date_text,
  date_from: from,
})
