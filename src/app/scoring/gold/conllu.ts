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

function sentenceOf(block: string, genre: string, startsParagraph: boolean): GoldSentence {
  const lines = block.split('\n')
  const rows = lines.filter((line) => /^\d+(-\d+)?\t/.test(line)).map((line) => line.split('\t'))
  const words = rows.filter((row) => !row[0]!.includes('-'))
  return {
    text: /^# text = (.*)$/m.exec(block)?.[1] ?? '',
    startsParagraph,
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

/**
 * Whether sentences open a paragraph. GUM gives each block of a text the number of its sentences, "p (6 s) | figure (1
 * s)": where a block ends, an outer one goes on in a new line.
 */
class Paragraphs {
  private left: number[] = []

  opens(block: string): boolean {
    const lengths = [...(/^# newpar_block = (.*)$/m.exec(block)?.[1] ?? '').matchAll(/\((\d+) s\)/g)]
    const ended = this.left.includes(0)
    const held = this.left.filter((n) => n > 0).map((n) => n - 1)
    this.left = [...held, ...lengths.map(([, n]) => Number(n) - 1)]
    return ended || /^# new(par|doc)/m.test(block)
  }
}

/** Reads a CoNLL-U text; words of ellipsis ("8.1") are left out. */
export function parseConllu(text: string): GoldSentence[] {
  let genre = 'web'
  let paragraphs = new Paragraphs()
  return text
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const document = /^# newdoc id = (.*)$/m.exec(block)?.[1]
      if (document !== undefined) {
        genre = genreOf(document)
        paragraphs = new Paragraphs()
      }
      return sentenceOf(block, genre, paragraphs.opens(block))
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

/** The sentences of a treebank by paragraph. */
export function paragraphsOf(sentences: readonly GoldSentence[]): GoldSentence[][] {
  const paragraphs: GoldSentence[][] = []
  for (const s of sentences) {
    if (s.startsParagraph || paragraphs.length === 0) paragraphs.push([])
    paragraphs.at(-1)!.push(s)
  }
  return paragraphs
}

/** Whether weights trained on the sentence may ship: all of EWT, the free genres of GUM. */
export function isFree(sentence: GoldSentence): boolean {
  return sentence.genre === 'web' || FREE_GENRES.includes(sentence.genre)
}
