import { readFileSync } from 'node:fs'
import { loadModel } from '../../src/app/assets.js'
import { codebookFiles } from '../../src/app/engine.js'
import { findActors } from '../../src/reading/actors.js'
import { parseGrammar } from '../../src/reading/grammar.js'
import { findNames } from '../../src/reading/names.js'
import { type Lexicon, parseLexicon } from '../../src/reading/names-lexicon.js'
import { parseBlocks } from '../../src/reading/parse.js'
import { findReferences } from '../../src/reading/references.js'
import type { Actor, Block, Name, Reference } from '../../src/types.js'

const INVENTED = `states:
  - { code: XAR, name: Arvenia, adjective: [Arvenian], capital: [Tesk], seats: [Amber Hall] }
  - { code: XBO, name: Bolandia, adjective: [Bolandian], capital: [Kettin] }
  - { code: XCV, name: Corvia, adjective: [Corvian], capital: [Maros] }
  - { code: XDR, name: Dremland, adjective: [Dremish], people: [Drems], capital: [Osterby] }
  - { code: XOV, name: Old Arvenia, adjective: [Oldarvenian], until: 1990-01-01, successors: [XAR] }
  - { code: XUP, name: Upper Corvia, adjective: [Upper Corvian] }
  - { code: XLO, name: Lower Corvia, adjective: [Lower Corvian] }
pairs:
  - { words: [Corvias], states: [XUP, XLO] }
`
const built = ['states.yaml', 'organisations.yaml', 'offices.yaml', 'groups.yaml', 'names.yaml'].map(
  (name) => ({
    name,
    text: readFileSync(new URL(`../../codebook/${name}`, import.meta.url), 'utf8'),
  }),
)
const lexicon: Lexicon = parseLexicon([...built, { name: 'overlay/states.yaml', text: INVENTED }])
const parsing = { model: loadModel(), grammar: parseGrammar(codebookFiles('grammar.yaml', [])[0]!) }

/** What reading made of a text. */
export interface Read {
  readonly text: string
  readonly names: Name[]
  readonly actors: Actor[]
  readonly references: Reference[]
}

/** Reads a text whose first line is its title when it has several lines. */
export function read(text: string): Read {
  const lines = text.split('\n')
  let start = 0
  const blocks = lines.map((line, i): Block => {
    const block = {
      kind: i === 0 && lines.length > 1 ? 'title' : 'paragraph',
      start,
      end: start + line.length,
    } as const
    start += line.length + 1
    return block
  })
  const sentences = parseBlocks(text, blocks, parsing)
  const names = findNames(sentences, text, lexicon)
  const actors = findActors(names, sentences, text, lexicon)
  return { text, names, actors, references: findReferences({ sentences, text, names, actors, lexicon }) }
}

/** The person of a name. */
export const person = (r: Read, name: string) =>
  r.actors.find((a) => a.kind === 'person' && a.names.includes(name))
/** What the phrase stands for, as actor names; undefined when it was left open. */
export function means(r: Read, phrase: string): string[] | undefined {
  const found = r.references.find((ref) => r.text.slice(ref.start, ref.end) === phrase)
  return found?.actors.map((i) => r.actors[i]!.name)
}
