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

/** Whether a report is of an outlet that told it before: what it says now takes the place of what it said then. */
export function corrects(later: Telling, earlier: Telling): boolean {
  const [own, other] = [later.report.outlet?.value, earlier.report.outlet?.value]
  return own !== undefined && own === other && publishedAfter(later, earlier)
}
