import type { Token } from '../types.js'
import type { Scan } from './names-scan.js'

/** Tokens [from, to) that spell out an acronym beside them. */
interface Expansion {
  readonly from: number
  readonly to: number
}

const ACRONYM = /^\p{Lu}{3,8}$/u
const LONGEST = 12

/** Whether a name is written as initials only: "ISIS". */
export const isAcronym = (form: string | undefined): boolean => form !== undefined && ACRONYM.test(form)

const initials = (tokens: readonly Token[]): string =>
  tokens
    .filter((t) => /^\p{Lu}/u.test(t.form))
    .map((t) => t.form[0])
    .join('')

/** "AFB (Alliance for Bolandia)": what stands in the brackets. */
function inBrackets(tokens: readonly Token[], open: number): Expansion | null {
  const close = tokens.findIndex((t, i) => i > open && t.form === ')')
  if (!isAcronym(tokens[open - 1]?.form) || close < open + 3 || close - open > LONGEST) return null
  const spelt = initials(tokens.slice(open + 1, close)) === tokens[open - 1]!.form
  return spelt ? { from: open + 1, to: close } : null
}

/** "Alliance for Bolandia (AFB)": what stands before the brackets. */
function beforeBrackets(tokens: readonly Token[], open: number): Expansion | null {
  if (!isAcronym(tokens[open + 1]?.form) || tokens[open + 2]?.form !== ')') return null
  const acronym = tokens[open + 1]!.form
  for (let from = open - 2; from >= Math.max(0, open - LONGEST); from--)
    if (/^\p{Lu}/u.test(tokens[from]!.form) && initials(tokens.slice(from, open)) === acronym)
      return { from, to: open }
  return null
}

/** Names of organisations with their initials beside them; what the codebook knows as one name is left to it. */
export function findExpansions(scan: Scan): Expansion[] {
  const { tokens } = scan.sentence
  const found = tokens.flatMap((token, i) =>
    token.form === '(' ? (inBrackets(tokens, i) ?? beforeBrackets(tokens, i) ?? []) : [],
  )
  const isKnown = ({ from, to }: Expansion) =>
    scan.markAt[to - 1]?.to === to && (scan.markAt[to - 1]?.from ?? to) <= from
  const isName = ({ from, to }: Expansion) =>
    tokens.slice(from, to).every((t) => !/^(VERB|AUX|PRON)$/.test(t.upos) || /^\p{Lu}/u.test(t.form))
  return scan.capitals === 'running' ? found.filter((e) => !isKnown(e) && isName(e)) : []
}
