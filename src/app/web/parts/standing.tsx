import type { Comparison } from '../../../types.js'
import { standingWords } from '../../render/words.js'

type Told = Pick<
  Comparison['reports'][number],
  'standing' | 'standing_until' | 'standing_from' | 'standing_reason'
>

/** That a report was corrected or withdrawn, and who says so; nothing of a live one. */
export function StandingNote({ report }: { report: Told }) {
  if (report.standing === 'live') return null
  return <p class={`stand ${report.standing}`}>{standingWords(report)}</p>
}
