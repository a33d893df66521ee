import type { Actor, Name, Sentence } from '../types.js'
import { findCast } from './actors-found.js'
import type { Lexicon } from './names-lexicon.js'

/**
 * Puts the names of one report together into actors: persons with all spellings and offices, the states with what
 * stands for them, organisations, and groups such as "Arvenian forces".
 * @param names what findNames returned for the same sentences
 * @param year in which the report was published, null where it does not say
 * @returns actors in the order in which the text first speaks of them; country is null where the words do not tell
 * @example "Ivo Sel … Sel" is one actor with names ["Ivo Sel", "Sel"]
 */
export function findActors(
  names: readonly Name[],
  sentences: readonly Sentence[],
  text: string,
  lexicon: Lexicon,
  year: number | null = null,
): Actor[] {
  return [...findCast(names, sentences, text, lexicon, year).actors]
}
