import { isBetween } from '../../../store/directions.js'
import { dyadLine } from '../../dyad-lines.js'
import { EventLine } from '../parts/event-list.js'
import { signed } from '../parts/matrix.js'
import { address, type DyadModel, eventsIn, WAYS } from './model.js'

/** What went which way, and what is no event between the two. */
export function Ways({ model }: { model: DyadModel }) {
  const { pair, names, periods } = model
  const rows = WAYS.map(([direction, words]) => {
    const here = periods.filter((one) => one.direction === direction)
    const sum = (field: 'up' | 'down') => here.reduce((total, one) => total + one[field], 0)
    const scored = isBetween(direction)
    return {
      direction,
      words: words(names(pair[0]), names(pair[1])),
      events: eventsIn(here),
      up: scored ? signed(sum('up')) : 'not scored',
      down: scored ? signed(sum('down')) : 'not scored',
    }
  }).filter(({ events }) => events > 0)
  if (rows.length === 0) return null
  return (
    <section class="scroll ways" tabindex={0} aria-label="By direction">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">Direction</th>
            {['Events', 'Cooperation', 'Conflict'].map((head) => (
              <th scope="col" class="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ direction, words, events, up, down }) => (
            <tr>
              <th scope="row">
                <a href={address(model, { direction })}>{words}</a>
              </th>
              <td class="figure">{events}</td>
              <td class="figure">{up}</td>
              <td class="figure">{down}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What others do to both, and what both do to others: no events between the two, and in no sum. */
export function Apart({ model }: { model: DyadModel }) {
  const { apart, fold, names, reported } = model
  const lines = apart.items.flatMap((event) => dyadLine(event, fold) ?? [])
  const groups = [
    ['by_both', 'joint', 'By both, toward others'],
    ['on_both', 'onto', 'By others, on both'],
  ] as const
  return (
    <>
      {groups.map(([side, direction, title]) => {
        const here = lines.filter((line) => line.side === side)
        if (here.length === 0) return null
        return (
          <section class="apart">
            <h2>{title}</h2>
            <p class="quiet">
              No events between the two: listed apart and not scored.{' '}
              {apart.next && <a href={address(model, { direction })}>All of them</a>}
            </p>
            <ol class="events">
              {here.map((line) => (
                <EventLine event={{ ...line, score: null }} names={names} reported={reported} />
              ))}
            </ol>
          </section>
        )
      })}
    </>
  )
}
