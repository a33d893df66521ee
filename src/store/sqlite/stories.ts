import type { Origin, Story } from '../../types.js'
import { fatesOf, groupParts, type Parts } from '../fates.js'
import type { Scope } from '../index.js'
import type { Connection } from './connection.js'
import { insertStoryFacets } from './facets.js'
import { retire, revive } from './history.js'
import { among, build } from './schema.js'

/** Replaces the stories in scope and writes down what became of those that vanish. */
export function replaceStories(connection: Connection, scope: Scope, stories: readonly Story[]): void {
  const before = storyParts(connection, scope)
  const after = new Map(stories.map(({ id, reports }) => [id, reports]))
  retire(connection, fatesOf('story', before, after))
  const stale = [...before.keys(), ...after.keys()]
  connection.run(build.deleteFrom('stories').where('id', 'in', among(stale)))
  connection.run(build.deleteFrom('story_reports').where('story', 'in', among(stale)))
  connection.run(build.deleteFrom('story_facets').where('story', 'in', among(stale)))
  revive(connection, [...after.keys()])
  for (const story of stories) insertStory(connection, story)
}

function storyParts(connection: Connection, scope: Scope): Parts {
  const query = build.selectFrom('story_reports').select(['story', 'report'])
  const touched = build.selectFrom('story_reports').select('story')
  const rows = connection.rows(
    scope === 'all' ? query : query.where('story', 'in', touched.where('report', 'in', among(scope.reports))),
  )
  return groupParts(rows.map(({ story, report }) => [story, [report]]))
}

function insertStory(connection: Connection, story: Story): void {
  const { id, title, since } = story
  connection.run(build.insertInto('stories').values({ id, title, since, body: JSON.stringify(story) }))
  for (const report of new Set(story.reports))
    connection.run(build.insertInto('story_reports').values({ story: id, report }))
  insertStoryFacets(connection, story)
}

/** Replaces the origins of the reports in scope; nothing refers to an origin's id later, so it has no history. */
export function replaceOrigins(connection: Connection, scope: Scope, origins: readonly Origin[]): void {
  const all = build.deleteFrom('origins')
  connection.run(scope === 'all' ? all : all.where('report', 'in', among(scope.reports)))
  for (const origin of origins)
    for (const report of new Set(origin.reports))
      connection.run(
        build.replaceInto('origins').values({ report, id: origin.id, body: JSON.stringify(origin) }),
      )
}
