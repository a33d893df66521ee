import { days } from '../resolving/edtf.js'
import type { Telling } from './tellings.js'

/** Whether one report was certainly published after another: by the clock where both give it, else by the day. */
export function publishedAfter(later: Telling, earlier: Telling): boolean {
  const [a, b] = [later.report.published?.value, earlier.report.published?.value]
  if (!a || !b) return false
  if (a.includes('T') && b.includes('T')) return Date.parse(a) > Date.parse(b)
  const [after, before] = [days(a), days(b)]
  return after !== null && before !== null && after[0] > before[1]
}
