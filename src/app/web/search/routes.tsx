import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import type { RecordView } from '../../../store/view.js'
import { namesFrom } from '../../render/words.js'
import type { Parts } from '../app.js'
import { page } from '../parts/layout.js'
import { parsed } from '../problem.js'
import { reportedDays } from '../reported.js'
import { namesIn } from '../state-names.js'
import { frameOf } from '../theme.js'
import { find, findById } from './find.js'
import { type Choices, SearchForm } from './form.js'
import { SearchQuery } from './query.js'
import { FEW, Results } from './results.js'

/** How many are shown where one kind of thing is asked for. */
const MANY = 50
/** Of the values of a facet the most frequent are offered. */
const OFFERED = 200

export function searchRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  app.get('/search', async (context) => {
    const query = queryOf(context)
    const results = await resultsOf(view, query)
    // The client asks for the results alone while words are typed.
    if (context.req.query('part') === 'results') return context.html(results)
    const title = query.q === '' ? 'Search' : `Search: ${query.q}`
    return context.html(
      page(
        { title, ...frameOf(context, assets), modules: ['search'], words: query.q },
        <>
          <header class="head">
            <h1>Search</h1>
          </header>
          <SearchForm query={query} choices={await choicesIn(view)} />
          <div id="results" aria-live="polite">
            {results}
          </div>
        </>,
      ),
    )
  })
  return app
}

/** A form sends its empty fields too. @throws Problem when a field has no value that it can have */
function queryOf(context: Context): z.output<typeof SearchQuery> {
  const given = Object.entries(context.req.query()).map(([name, value]) => [name, value.trim()])
  return parsed(SearchQuery, Object.fromEntries(given.filter(([, value]) => value !== '')))
}

async function resultsOf(view: RecordView, query: SearchQuery) {
  const limit = query.in === undefined ? FEW : MANY
  const [found, byId] = await Promise.all([find(view, query, limit), findById(view, query)])
  const told = [...found.events, ...found.statements]
  const [states, reported] = await Promise.all([namesIn(view, told), reportedDays(view, told)])
  return <Results {...{ query, found, byId, states, reported }} />
}

async function choicesIn(view: RecordView): Promise<Choices> {
  const [states, outlets] = await Promise.all([view.facets('state', OFFERED), view.facets('outlet', OFFERED)])
  const names = namesFrom(await view.stateNames(states.map(({ value }) => value)))
  return { states, outlets, names }
}
