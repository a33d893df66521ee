import { parse } from 'yaml'
import { z } from 'zod'
import type { Notice, Span } from '../types.js'
import { readDate } from './dates.js'

const Rule = z.strictObject({
  standing: z.enum(['withdrawn', 'corrected', 'embargoed']),
  block: z.enum(['whole', 'opening']),
  pattern: z.string(),
  exact: z.boolean().default(false),
  words: z.number().int().positive().default(40),
  examples: z.array(z.string()).min(1),
  not: z.array(z.string()).default([]),
})
const StandingFile = z.strictObject({
  source: z.string(),
  item: z.array(z.string()).min(1),
  notices: z.array(Rule),
})

/** A pattern over the beginning of a block, or over the whole of it. */
export interface NoticeRule {
  readonly standing: Notice['standing']
  /** The whole block is the notice, or the news goes on behind it. */
  readonly whole: boolean
  readonly pattern: RegExp
  /** The longest block, in words, that a whole notice may be. */
  readonly words: number
  readonly examples: readonly string[]
  readonly not: readonly string[]
}

/**
 * Parses how a text tells its own standing.
 * @param yaml the text of codebook/standing.yaml
 * @throws Error naming the file and the entry that is wrong
 * @example parseNotices(await readFile('codebook/standing.yaml', 'utf8'))
 */
export function parseNotices(yaml: string): NoticeRule[] {
  const result = StandingFile.safeParse(parse(yaml))
  if (!result.success) throw new Error(`codebook/standing.yaml: ${z.prettifyError(result.error)}`)
  const item = `(?:${result.data.item.join('|')})`
  return result.data.notices.map(({ block, pattern, exact, ...rule }) => ({
    ...rule,
    whole: block === 'whole',
    pattern: new RegExp(
      `^(?:${pattern.replaceAll('{item}', item)})${block === 'whole' ? '$' : ''}`,
      exact ? 'du' : 'diu',
    ),
  }))
}

/** A stretch of text that may be a notice. */
interface Stretch extends Span {
  readonly text: string
}

/** Longer than any notice; keeps the matching of patterns short. */
const LONGEST = 900

/** What a block says of the text's standing, and whether it is nothing but that; null where it says nothing. */
export function noticeIn(
  { text, start }: Stretch,
  rules: readonly NoticeRule[],
): { readonly notice: Notice; readonly whole: boolean } | null {
  if (text.length > LONGEST) return null
  const flat = text.replace(/\n/g, ' ')
  const words = flat.split(/\s+/).length
  for (const { standing, whole, words: most, pattern } of rules) {
    const match = whole && words > most ? null : pattern.exec(flat)
    if (!match) continue
    const until = standing === 'embargoed' ? liftedAt(match.groups?.time ?? '') : null
    return { notice: { standing, until, span: { start, end: start + match[0].trimEnd().length } }, whole }
  }
  return null
}

/**
 * Twelve hours behind Greenwich a day begins and ends last: what is held until a day is held until it is over there.
 */
const LAST_ZONE = 'T12:00:00Z'

/**
 * The moment from which a text may be used, ISO 8601 in UTC; null where the words name none. A time without its zone,
 * or a day without a time, is over when that day is over everywhere: an embargo is never lifted too early.
 * @example liftedAt('10:00 GMT, 12 March 2031') // '2031-03-12T10:00:00.000Z'
 */
export function liftedAt(words: string): string | null {
  const said = readDate(words) ?? readDate(words.replace(/\s+(?:at|on)\s+/g, ' '))
  if (!said || said.length < 10) return null
  if (said.length > 10) return new Date(said).toISOString()
  const dayAfter = Date.parse(`${said}${LAST_ZONE}`) + 86_400_000
  return new Date(dayAfter).toISOString()
}

/** Of several notices the one that binds most. */
const RANK: readonly Notice['standing'][] = ['embargoed', 'withdrawn', 'corrected']

export function strongest(notices: readonly Notice[]): Notice | undefined {
  return RANK.flatMap((standing) => notices.filter((notice) => notice.standing === standing))[0]
}
