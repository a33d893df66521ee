import { z } from 'zod'
import { readFile, type SourceFile } from './codebook-yaml.js'

const Words = z.array(z.string()).transform((words): ReadonlySet<string> => new Set(words))

const GrammarFile = z
  .strictObject({
    source: z.string(),
    takes_clause: Words,
    opens_scene: Words,
    beside_verbs: z.strictObject({ days: Words, before: Words, after: Words }),
  })
  .transform(({ takes_clause, opens_scene, beside_verbs }) => ({
    takesClause: takes_clause,
    opensScene: opens_scene,
    besideVerbs: beside_verbs,
  }))

/** Words by which grammar tells what the parser takes for something else; the file's comments say what each list is. */
export type Grammar = Readonly<z.infer<typeof GrammarFile>>

/**
 * Reads codebook/grammar.yaml.
 * @throws CodebookError naming file, line and the nearest known field
 * @example parseGrammar({ name: 'grammar.yaml', text }).takesClause.has('say') // true
 */
export const parseGrammar = (file: SourceFile): Grammar => readFile(file, GrammarFile)
