import { Hono } from 'hono'
import type { DyadSum, StoryLine } from '../../../store/view.js'
import { namesFrom, type StateNames } from '../../render/words.js'
import type { Parts } from '../app.js'
import { Empty, page } from '../parts/layout.js'
import { Matrix } from '../parts/matrix.js'
import { StoryList } from '../parts/story-list.js'
import { frameOf } from '../theme.js'

/** How much of the record the first page shows. */
const STORIES = 12
const DYADS = 60

export function homeRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  app.get('/', async (context) => {
    const [totals, stories, dyads] = await Promise.all([
      view.totals(),
      view.stories({ limit: STORIES }),
      view.dyads(DYADS),
    ])
    const names = namesFrom(await view.stateNames(statesIn(dyads)))
    const body = <Home totals={totals} stories={stories.items} dyads={dyads} names={names} />
    return context.html(page({ title: '', ...frameOf(context, assets), modules: ['drop'], wide: true }, body))
  })
  return app
}

/** The states of these dyads, each once. */
export function statesIn(dyads: readonly DyadSum[]): string[] {
  return [...new Set(dyads.flatMap(({ one, other }) => [one, other]))]
}

interface HomeProps {
  readonly totals: Readonly<Record<'reports' | 'events' | 'stories', number>>
  readonly stories: readonly StoryLine[]
  readonly dyads: readonly DyadSum[]
  readonly names: StateNames
}

const NUMBER = new Intl.NumberFormat('en')

function Home({ totals, stories, dyads, names }: HomeProps) {
  return (
    <div class="home">
      <section class="home-read">
        <h1>Read reports side by side</h1>
        <p class="lead">
          Drop reports of one event. See what all agree on, where they differ and in which words, what only
          one has, and whose reports are copies of one text.
        </p>
        <DropForm />
        {totals.reports > 0 && (
          <p class="quiet">
            In the record: <a href="/reports">{NUMBER.format(totals.reports)} reports</a>,{' '}
            <a href="/stories">{NUMBER.format(totals.stories)} stories</a>, {NUMBER.format(totals.events)}{' '}
            events.
          </p>
        )}
      </section>
      <section class="home-stories">
        <h2>Latest stories</h2>
        {stories.length === 0 ? (
          <Empty title="Nothing has been read yet.">
            Drop two or more reports of one event into the box, or run <code>rapport read</code> on a folder
            of them; what they tell is laid out here, story by story.
          </Empty>
        ) : (
          <>
            <StoryList stories={stories} />
            <p>
              <a href="/stories">All stories</a>
            </p>
          </>
        )}
      </section>
      {dyads.length > 0 && (
        <section class="home-dyads">
          <h2>States and what passes between them</h2>
          <Matrix dyads={dyads} names={names} />
          <p>
            <a href="/dyads">All dyads</a>
          </p>
        </section>
      )}
    </div>
  )
}

function DropForm() {
  return (
    <form class="drop" method="post" action="/jobs" enctype="multipart/form-data" data-drop>
      <div class="drop-zone">
        <label for="files">
          <strong>Choose reports</strong>
          <span data-hint> – text, Markdown, HTML, CSV or JSON Lines</span>
        </label>
        <input id="files" name="files" type="file" multiple />
        <label class="folder" for="folder" hidden>
          or a folder <input id="folder" name="files" type="file" webkitdirectory disabled />
        </label>
        <ul class="chosen" data-chosen />
      </div>
      <label for="text">or paste one or several, with a line of --- between</label>
      <textarea id="text" name="text" rows={4} dir="auto" />
      <details>
        <summary>What the reports do not say themselves</summary>
        <p>
          <label>
            Outlet <input name="outlet" />
          </label>{' '}
          <label>
            Published <input name="published" placeholder="2025-10-27" />
          </label>
        </p>
      </details>
      <button type="submit" class="main">
        Read
      </button>
      <p role="status" data-said />
    </form>
  )
}
