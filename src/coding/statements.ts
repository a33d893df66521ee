import { label, type Tree } from '../reading/tree.js'
import type { Argument, Phrase, Reading, Speech } from '../types.js'
import { argumentsAt, type ReferenceIndex, unique } from './roles.js'

/** Who a statement is to or about, and how that is known. */
export interface Aim {
  readonly recipient: readonly Argument[]
  readonly from: 'addressed' | 'about' | null
}

export interface Speaking {
  readonly tree: Tree
  readonly reading: Reading
  readonly index: ReferenceIndex
}

/** The speaker as an argument; none where the source is unnamed or a thing. */
export function speakerOf(speech: Speech): Argument[] {
  const { source } = speech
  if (!source || source.actors.length !== 1) return []
  return [
    {
      actor: source.actors[0]!,
      span: { start: source.start, end: source.end },
      how: source.kind,
      rule: source.reason.rule,
    },
  ]
}

function foreign(scene: Speaking, content: readonly Phrase[], home: string | null): Argument[] {
  const heads = content.flatMap((c) => Array.from({ length: c.to - c.from }, (_, k) => c.from + k))
  for (const head of heads) {
    const group = [
      head,
      ...heads.filter((k) => label(scene.tree.tokens[k]!) === 'conj' && scene.tree.tokens[k]!.head === head),
    ]
    const found = unique(group.flatMap((k) => directArguments(scene, k)).filter((a) => acts(scene, a, home)))
    if (found.length) return found
  }
  return []
}

const directArguments = (scene: Speaking, head: number): Argument[] =>
  scene.index.has(`${scene.tree.sentence.index}:${head}`) ? argumentsAt(scene.tree, head, scene.index) : []

/** Only states and people of another state than the speaker's are what a statement is about. */
function acts(scene: Speaking, argument: Argument, home: string | null): boolean {
  const actor = scene.reading.actors[argument.actor]!
  return actor.country !== null && actor.country !== home && argument.how !== 'modifier'
}

/** The addressee, else the state or person of another state that the words are about. */
export function aimOf(scene: Speaking, speech: Speech, speaker: readonly Argument[]): Aim {
  const home = speaker[0] ? scene.reading.actors[speaker[0].actor]!.country : null
  const said = speech.addressee
  if (said) {
    const to = said.actors.filter(
      (a) => scene.reading.actors[a]!.country !== null && !speaker.some((s) => s.actor === a),
    )
    if (to.length)
      return {
        recipient: to.map((actor) => ({
          actor,
          span: { start: said.start, end: said.end },
          how: said.kind,
          rule: said.reason.rule,
        })),
        from: 'addressed',
      }
  }
  const about = foreign(scene, speech.content, home)
  return about.length ? { recipient: about, from: 'about' } : { recipient: [], from: null }
}
