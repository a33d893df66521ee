import type { RecordView } from '../../../store/view.js'
import type { Fold } from '../../former.js'
import { namesFrom, type StateNames } from '../../render/words.js'
import { svgFile } from '../charts/drawing.js'
import { monthsOf, scoreChart } from '../charts/scores.js'
import { dyadTitle, filterOf, NO_CHOICE, silenceOf } from './model.js'
import { SCORE_SOURCE, SCORE_SUBTITLE } from './page.js'

/** What the record calls these states. */
export async function namesOf(view: RecordView, codes: readonly string[]): Promise<StateNames> {
  return namesFrom(await view.stateNames(codes))
}

/** The former states of a fold. */
export function pastOf({ pair, former }: Fold): string[] {
  return [...new Set(former.flat())].filter((code) => !pair.includes(code))
}

/** The monthly scores of two states as an SVG file, the same as on their page. */
export async function dyadSvg(view: RecordView, fold: Fold, query = NO_CHOICE): Promise<string> {
  const [pair, past] = [fold.pair, pastOf(fold)]
  const names = await namesOf(view, [...pair, ...past])
  const title = `${dyadTitle(pair, names, past)}, month by month`
  const months = monthsOf(await view.dyadPeriods(pair, { ...filterOf(query), former: fold.former }))
  return svgFile(scoreChart(months, title), {
    title,
    subtitle: SCORE_SUBTITLE + silenceOf(query),
    source: SCORE_SOURCE,
  })
}
