import type { Sentence, Token } from '../types.js'
import { type Draft, draftOf, isSame, type RepairRules, soundTree } from './drafts.js'
import {
  contentOnSaying,
  objectNotSubject,
  participleIsVerb,
  pastNotOnParticiple,
  rootIsNoPhrase,
  subjectAfterSubordinator,
  subjectNotApposition,
  subjectNotObject,
} from './repairs-clauses.js'
import {
  listOfNames,
  nameNotBeforeNumber,
  nothingOnAuxiliary,
  nounTaggedAsVerb,
  pairBeforeNoun,
  possessiveHer,
  prepositionNotOnVerb,
  titleBeforeName,
  titledPair,
  verbBetweenNames,
} from './repairs-phrases.js'

/** What the parser is known to get wrong and grammar decides, in this order. */
const REPAIRS: readonly ((tokens: Draft[], rules: RepairRules) => void)[] = [
  possessiveHer,
  nounTaggedAsVerb,
  nothingOnAuxiliary,
  pairBeforeNoun,
  nameNotBeforeNumber,
  titleBeforeName,
  titledPair,
  prepositionNotOnVerb,
  verbBetweenNames,
  participleIsVerb,
  pastNotOnParticiple,
  contentOnSaying,
  rootIsNoPhrase,
  subjectNotApposition,
  subjectAfterSubordinator,
  subjectNotObject,
  objectNotSubject,
  listOfNames,
]

/**
 * A sentence with the arcs that grammar alone decides put right. A repair that would break the tree is left undone.
 * @example repaired(sentence, rules) // "In July, a flight landed": root "landed", not "July"
 */
export function repaired(sentence: Sentence, rules: RepairRules): Sentence {
  let tokens: readonly Token[] = sentence.tokens
  let draft = draftOf(tokens)
  for (const repair of REPAIRS) {
    repair(draft, rules)
    if (isSame(draft, tokens)) continue
    if (soundTree(draft)) tokens = draft
    draft = draftOf(tokens)
  }
  return { ...sentence, tokens }
}
