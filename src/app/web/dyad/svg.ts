import type { RecordView } from '../../../store/view.js'
import { namesFrom, type StateNames } from '../../render/words.js'
import { svgFile } from '../charts/drawing.js'
import { monthsOf, scoreChart } from '../charts/scores.js'
import { dyadTitle, filterOf, NO_CHOICE, silenceOf } from './model.js'
import { SCORE_SOURCE, SCORE_SUBTITLE } from './page.js'

type Pair = readonly [string, string]

/** What the record calls these states. */
export async function namesOf(view: RecordView, pair: Pair): Promise<StateNames> {
  return namesFrom(await view.stateNames(pair))
}

/** The monthly scores of two states as an SVG file, the same as on their page. */
export async function dyadSvg(view: RecordView, pair: Pair, query = NO_CHOICE): Promise<string> {
  const title = `${dyadTitle(pair, await namesOf(view, pair))}, month by month`
  const months = monthsOf(await view.dyadPeriods(pair, filterOf(query)))
  return svgFile(scoreChart(months, title), {
    title,
    subtitle: SCORE_SUBTITLE + silenceOf(query),
    source: SCORE_SOURCE,
  })
}
