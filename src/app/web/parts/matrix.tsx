import type { DyadSum } from '../../../store/view.js'
import { counted, type StateNames } from '../../render/words.js'
import { href } from '../links.js'

/** As many states as fit on a screen. */
const STATES = 12

/** The mean PLOVER score of what took place between two states, −10 to +10; null where nothing is scored. */
export function meanOf({ scored, up, down }: Pick<DyadSum, 'scored' | 'up' | 'down'>): number | null {
  return scored === 0 ? null : (up + down) / scored
}

/** "+3.2", "−1". */
export function signed(score: number): string {
  const rounded = Math.round(score * 10) / 10
  if (rounded === 0) return '0'
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`
}

/** One of eleven steps from conflict (m5) over nothing (0) to cooperation (p5), as the styles have them. */
export function stepOf(mean: number | null): string {
  if (mean === null) return 'none'
  const step = Math.max(-5, Math.min(5, Math.round(mean / 2)))
  return step < 0 ? `m${-step}` : `p${step}`
}

/** The states of the record against each other: how many events, coloured by their mean score. */
export function Matrix({ dyads, names }: { dyads: readonly DyadSum[]; names: StateNames }) {
  const states = mostActive(dyads)
  const sums = new Map(dyads.map((sum) => [`${sum.one}-${sum.other}`, sum]))
  return (
    <figure class="matrix">
      <section class="scroll" tabindex={0} aria-label="Matrix of dyads">
        <table>
          <thead>
            <tr>
              <td />
              {states.map((state) => (
                <th scope="col">
                  <abbr title={names(state)}>{state}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {states.map((row) => (
              <tr>
                <th scope="row">
                  <a href={href.state(row)}>{names(row)}</a>
                </th>
                {states.map((column) => (
                  <Cell
                    names={names}
                    row={row}
                    column={column}
                    sum={sums.get([row, column].sort().join('-'))}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption class="quiet">
        Number of events; colour: mean PLOVER score of what took place, from <span class="swatch m5" />{' '}
        conflict (−10) to <span class="swatch p5" /> cooperation (+10). An empty cell: no report read, not
        that nothing happened.
      </figcaption>
    </figure>
  )
}

interface CellProps {
  readonly names: StateNames
  readonly row: string
  readonly column: string
  readonly sum: DyadSum | undefined
}

function Cell({ names, row, column, sum }: CellProps) {
  if (row === column || !sum) return <td class={row === column ? 'self' : 'blank'} />
  const mean = meanOf(sum)
  const score = mean === null ? 'none scored' : `mean score ${signed(mean)}`
  const about = `${names(row)} and ${names(column)}: ${counted(sum.events, 'event')}, ${score}`
  return (
    <td class={stepOf(mean)}>
      <a href={href.dyad(row, column)} title={about} aria-label={about}>
        {sum.events}
      </a>
    </td>
  )
}

function mostActive(dyads: readonly DyadSum[]): string[] {
  const events = new Map<string, number>()
  for (const sum of dyads)
    for (const state of [sum.one, sum.other]) events.set(state, (events.get(state) ?? 0) + sum.events)
  const sorted = [...events].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return sorted.slice(0, STATES).map(([state]) => state)
}
