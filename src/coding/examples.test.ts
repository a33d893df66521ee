import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inventedEngine, mentionsOf } from '../../test/support.js'
import { LOADING, lineOf, loadEngine } from '../../test/told.js'
import { isRight } from '../app/scoring/examples.js'
import type { Example, TypeRules } from './codebook.js'

/** Each example runs the flow. */
const RUNNING = 60_000

interface Gate {
  /** Hash of the examples that the floors were set on. */
  readonly examples: string
  /** Least share of a type's examples, look-alikes among them, that must be coded right. */
  readonly floors: Readonly<Record<string, number>>
}
const gate: Gate = JSON.parse(readFileSync(join(import.meta.dirname, '../../test/gate.json'), 'utf8'))

const stated = ({ type, text, none, actor, recipient, aux }: Example): string =>
  JSON.stringify([type, text, none, actor, recipient, aux])

function hashOf(types: Iterable<TypeRules>): string {
  const all = [...types].flatMap((rules) => rules.examples.map(stated)).sort()
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 16)
}

/** An example that is coded wrong, for people: where it stands, what it says, what was found. */
function failing(example: Example): string[] {
  const found = mentionsOf(example.text)
  if (isRight(example, found)) return []
  const { file, line, none, actor, recipient, text } = example
  const wanted = none ? 'nothing of its type' : `${actor.join('+')} > ${recipient.join('+')}`
  return [`${file}:${line} ${text}\n    wanted ${wanted}, found ${found.map(lineOf).join('; ') || 'nothing'}`]
}

const floors = Object.entries(gate.floors)

describe('the examples of the codebook', () => {
  beforeAll(loadEngine, LOADING)

  it('are those that the floors were set on', () => {
    const { types } = inventedEngine().coding.codebook
    const hash = hashOf(types.values())
    expect(
      gate.examples,
      `The examples have changed. Look at npm run score:examples, set the floors anew in test/gate.json and state "examples": "${hash}" there.`,
    ).toBe(hash)
    expect(floors.map(([type]) => type).sort()).toEqual([...types.keys()].sort())
  })

  it.each(floors)(
    '%s: at least %d are coded right',
    (type, floor) => {
      const { examples } = inventedEngine().coding.codebook.types.get(type as Example['type'])!
      const wrong = examples.flatMap(failing)
      const share = (examples.length - wrong.length) / examples.length
      expect(
        share,
        `${type}: ${examples.length - wrong.length} of ${examples.length} right, below the floor of ${floor}. Wrong are:\n${wrong.join('\n')}`,
      ).toBeGreaterThanOrEqual(floor)
    },
    RUNNING,
  )
})
