import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Genres of GUM whose licence lets weights trained on them be used for any purpose. */
const FREE_GENRES = ['news', 'interview', 'bio', 'voyage', 'speech', 'textbook', 'vlog']

/** A sentence of a treebank. */
export interface GoldSentence {
  readonly text: string
  /** First sentence of a paragraph. */
  readonly startsParagraph: boolean
  readonly genre: string
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** -1: root. */
  readonly heads: readonly number[]
  readonly labels: readonly string[]
  readonly spaceAfter: readonly boolean[]
}

function genreOf(documentId: string): string {
  return /^GUM_([a-z]+)_/.exec(documentId)?.[1] ?? 'web'
}

/** Multiword tokens ("3-4	don't") carry the spacing of their last word. */
function spacing(rows: readonly string[][]): boolean[] {
  const after: boolean[] = []
  let glued: { from: number; to: number; space: boolean } | undefined
  for (const [id = '', , , , , , , , , misc = ''] of rows) {
    const space = !misc.includes('SpaceAfter=No')
    const range = /^(\d+)-(\d+)$/.exec(id)
    if (range) glued = { from: Number(range[1]), to: Number(range[2]), space }
    else if (glued && Number(id) <= glued.to) after.push(Number(id) === glued.to && glued.space)
    else after.push(space)
  }
  return after
}

function sentenceOf(block: string, genre: string): GoldSentence {
  const lines = block.split('\n')
  const rows = lines.filter((line) => /^\d+(-\d+)?\t/.test(line)).map((line) => line.split('\t'))
  const words = rows.filter((row) => !row[0]!.includes('-'))
  return {
    text: /^# text = (.*)$/m.exec(block)?.[1] ?? '',
    startsParagraph: /^# new(par|doc)/m.test(block),
    genre,
    forms: words.map((row) => row[1]!),
    lemmas: words.map((row) => row[2]!),
    upos: words.map((row) => row[3]!),
    xpos: words.map((row) => row[4]!),
    heads: words.map((row) => Number(row[6]) - 1),
    labels: words.map((row) => row[7]!),
    spaceAfter: spacing(rows),
  }
}

/** Reads a CoNLL-U text; words of ellipsis ("8.1") are left out. */
export function parseConllu(text: string): GoldSentence[] {
  let genre = 'web'
  return text
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const document = /^# newdoc id = (.*)$/m.exec(block)?.[1]
      if (document !== undefined) genre = genreOf(document)
      return sentenceOf(block, genre)
    })
}

/** Reads `DIR/TREEBANK/PART.conllu` or `.conllu.gz`. */
export function readTreebank(dir: string, treebank: string, part: string): GoldSentence[] {
  const path = join(dir, treebank, `${part}.conllu`)
  if (existsSync(path)) return parseConllu(readFileSync(path, 'utf8'))
  if (existsSync(`${path}.gz`)) return parseConllu(gunzipSync(readFileSync(`${path}.gz`)).toString('utf8'))
  throw new Error(
    `${path}(.gz) is missing. Put the Universal Dependencies treebanks under --data as EWT/ and GUM/.`,
  )
}

/** Whether weights trained on the sentence may ship: all of EWT, the free genres of GUM. */
export function isFree(sentence: GoldSentence): boolean {
  return sentence.genre === 'web' || FREE_GENRES.includes(sentence.genre)
}
