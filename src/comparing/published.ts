import { daysOf } from '../store/days.js'
import type { Telling } from './tellings.js'

/** Whether one report was certainly published after another: by the clock where both give it, else by the day. */
export function publishedAfter(later: Telling, earlier: Telling): boolean {
  const [a, b] = [later.report.published?.value, earlier.report.published?.value]
  if (!a || !b) return false
  if (a.includes('T') && b.includes('T')) return Date.parse(a) > Date.parse(b)
  const [after, before] = [daysOf(a).first, daysOf(b).last]
  return after !== null && before !== null && after > before
}
