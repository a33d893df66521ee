import { Hono } from 'hono'
import type { DyadSum, EntitySum, Page, PlaceSum } from '../../../store/view.js'
import type { Event } from '../../../types.js'
import { safe } from '../../render/index.js'
import { counted, namesFrom, type StateNames } from '../../render/words.js'
import type { Parts } from '../app.js'
import { Figure } from '../charts/figure.js'
import { placesMap } from '../charts/map.js'
import { href } from '../links.js'
import { EventList } from '../parts/event-list.js'
import { Empty, page } from '../parts/layout.js'
import { Problem } from '../problem.js'
import { type Reported, reportedDays } from '../reported.js'
import { statesTold } from '../state-names.js'
import { frameOf } from '../theme.js'
import { statesIn } from './home.js'
import { DyadTable, More } from './lists.js'

const PAGE = 30
const DYADS = 40
const PEOPLE = 24
const PLACES = 200

export function stateRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  app.get('/states/:code', async (context) => {
    const code = context.req.param('code')
    if (!/^[A-Z]{3}$/.test(code))
      throw new Problem(404, `${code} is no code of a state`, 'give three letters, such as PRK')
    const [dyads, people, places, events] = await Promise.all([
      view.dyads(DYADS, code),
      view.people(code, PEOPLE),
      view.places(code, PLACES),
      view.events({ country: code }, { limit: PAGE, after: context.req.query('after') }),
    ])
    const names = namesFrom(await view.stateNames([code, ...statesIn(dyads), ...statesTold(events.items)]))
    const reported = await reportedDays(view, events.items)
    const body = <StatePage {...{ names, code, dyads, people, places, events, reported }} />
    return context.html(page({ title: names(code), ...frameOf(context, assets) }, body))
  })
  return app
}

interface StateProps {
  readonly names: StateNames
  readonly code: string
  readonly dyads: readonly DyadSum[]
  readonly people: readonly EntitySum[]
  readonly places: readonly PlaceSum[]
  readonly events: Page<Event>
  readonly reported: Reported
}

function StatePage({ names, code, dyads, people, places, events, reported }: StateProps) {
  const nothing = dyads.length === 0 && events.items.length === 0
  return (
    <>
      <header class="head">
        <p class="over">State · {code}</p>
        <h1>{names(code)}</h1>
      </header>
      {nothing && (
        <Empty title="No report read tells of it.">
          <a href="/">Drop reports</a> that do, or look at <a href="/dyads">the dyads in the record</a>.
        </Empty>
      )}
      {dyads.length > 0 && (
        <section>
          <h2>Its dyads</h2>
          <DyadTable dyads={dyads} names={names} of={code} />
        </section>
      )}
      {places.length > 0 && <Places names={names} code={code} places={places} />}
      {people.length > 0 && (
        <section>
          <h2>Its people, organisations and groups</h2>
          <ul class="names columns" data-list>
            {people.map(({ entity, events }) => (
              <li>
                <a href={href.entity(entity)}>
                  <bdi>{safe(entity.name)}</bdi>
                </a>{' '}
                <span class="quiet">
                  {entity.office && `${safe(entity.office)}, `}
                  {counted(events, 'event')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {events.items.length > 0 && (
        <section>
          <h2>Latest events</h2>
          <EventList events={events.items} names={names} reported={reported} />
          <More path={href.state(code)} next={events.next} />
        </section>
      )}
    </>
  )
}

function Places({ names, code, places }: Pick<StateProps, 'names' | 'code' | 'places'>) {
  const title = `Where events with ${names(code)} took place`
  return (
    <Figure
      drawing={placesMap(places, code, title)}
      title={title}
      subtitle={`Each dot is a place named by reports; its area is the number of events. ${counted(places.length, 'place')}.`}
      source="Source: reports in this Rapport record; places from GeoNames, land from Natural Earth. Borders take no side."
      head={['Place', 'Events']}
      rows={places.map(({ place, events }) => [safe(place), String(events)])}
    />
  )
}
