import type { SaidByPerson } from '../../../types.js'
import { safe } from '../../render/index.js'
import { byHandWords } from '../../render/voices.js'
import { outside } from '../links.js'

/** Who recorded something by hand, and from where they have it; an address is a link. */
export function ByHand({ said }: { said: SaidByPerson }) {
  const { by, source } = said
  const web = outside(source?.url ?? null)
  if (!source || !web) return <bdi>{byHandWords(said)}</bdi>
  return (
    <>
      <bdi>by hand by {safe(by)}</bdi>,{' '}
      <a href={web} rel="noreferrer noopener">
        <bdi>{safe([source.outlet, source.title].filter(Boolean).join(': ') || web)}</bdi>
      </a>
    </>
  )
}
