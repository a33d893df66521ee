import type { Context } from 'hono'
import type { Found } from '../../store/index.js'
import type { RecordView } from '../../store/view.js'
import { href } from './links.js'
import { Problem } from './problem.js'

export function missing(kind: string, id: string): Problem {
  return new Problem(
    404,
    `there is no ${kind} ${id} in the record`,
    'search for it, or start from the home page',
  )
}

/** Leads from a beginning of an id, or from one that was given up, to the page of what stands for it now. */
export async function present(
  context: Context,
  view: RecordView,
  kind: string,
  id: string,
): Promise<Response> {
  const found = await view.find(id)
  const heir = found?.kind === 'past' ? await heirOf(view, found.past.targets) : found
  const address = heir && addressOf(heir)
  if (address && address !== context.req.path) return context.redirect(address)
  if (found?.kind === 'past') throw gone(found.past)
  throw missing(kind, id)
}

async function heirOf(view: RecordView, targets: readonly string[]): Promise<Found | null> {
  return targets.length === 1 ? view.find(targets[0]!) : null
}

function gone({ kind, id, fate, targets }: Extract<Found, { kind: 'past' }>['past']): Problem {
  if (fate === 'withdrawn')
    return new Problem(410, `the ${kind} ${id} was withdrawn`, 'nothing in the record tells it any more')
  return new Problem(
    410,
    `the ${kind} ${id} was ${fate.replace('_', ' ')} others`,
    `they are ${targets.join(', ')}`,
  )
}

/** The page of what was found. */
export function addressOf(found: Found): string | null {
  if (found.kind === 'report') return href.report(found.report.report.id)
  if (found.kind === 'event') return href.event(found.event.id)
  if (found.kind === 'mention') return found.event && `${href.event(found.event)}#m-${found.mention.id}`
  if (found.kind === 'entry') return found.entry.event && href.event(found.entry.event)
  if (found.kind === 'story') return href.story(found.story.id)
  return found.kind === 'entity' ? href.entity(found.entity) : null
}
