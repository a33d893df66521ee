import type { ComparedField, Mention } from '../types.js'
import { type Claim, claim, compareClaims, quoted, type Relation } from './claims.js'
import { publishedAfter } from './published.js'
import type { Telling } from './tellings.js'

type Standing = 'done' | 'planned' | 'did not happen'
const CERTAIN: readonly Standing[] = ['done', 'did not happen', 'planned']

/** Whether it took place: said to be done by one report and planned or denied by another is a contradiction. */
export function compareAux(tellings: readonly Telling[]): readonly ComparedField[] {
  const fields = compareClaims('aux', tellings.map(standingOf), relateStandings)
  return fields.filter((field) => field.values.length > 1)
}

/** How a report has it; a report that tells it as done somewhere tells it as done. */
function standingOf(telling: Telling): Claim {
  const [best] = [...telling.mentions].sort((a, b) => certainty(a) - certainty(b))
  const { trigger } = best!
  const value = standing(best!)
  return claim(telling, value, value, [quoted(telling, trigger.start, trigger.end)])
}

function certainty(mention: Mention): number {
  return CERTAIN.indexOf(standing(mention))
}

function standing({ aux }: Mention): Standing {
  if (aux === 'negation') return 'did not happen'
  return aux === 'future' || aux === 'hypothetical' ? 'planned' : 'done'
}

function relateStandings(a: Claim, b: Claim): Relation {
  if (a.key === b.key) return 'same'
  const [planned, settled] = a.key === 'planned' ? [a, b] : [b, a]
  if (planned.key !== 'planned') return 'conflict'
  return publishedAfter(settled.telling, planned.telling) ? 'update' : 'conflict'
}
