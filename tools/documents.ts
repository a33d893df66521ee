/**
 * The blocks of README.md and ARCHITECTURE.md that show what Rapport gives: `npm run docs` writes them anew, and
 * test/docs.test.ts holds them to what comes out. A block follows a line `<!-- shown: NAME -->`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEngine } from '../src/app/engine.js'
import { oneStory, written } from '../src/app/one-story.js'
import { packageRoot } from '../src/app/paths.js'
import { renderComparison } from '../src/app/render/index.js'
import { walk } from './walk.js'

/** The documents that show results, and where the results come from. */
export const SHOWING = { 'README.md': picture, 'ARCHITECTURE.md': walk } as const

const EXAMPLE = 'examples/moscow-october-2025'
/** Words of the points that the picture keeps, and how many lines of each: the whole fills several screens. */
const KEPT = ['Kremlin · told by', 'defence pact']
const LINES = 14

/** A comparison as a terminal of 80 columns shows it, abridged. */
function picture(): ReadonlyMap<string, string> {
  const folder = join(packageRoot, EXAMPLE)
  const files = readdirSync(folder).sort()
  const engine = openEngine({ codebookDirs: [] })
  const { comparison } = oneStory(
    engine,
    files.map((file) => written(join(folder, file))),
  )
  const shown = renderComparison(comparison, { width: 80, colour: false })
  return new Map([['comparison', abridged(shown, KEPT)]])
}

/** The head of a comparison and the first point that holds each of the words; an ellipsis stands for the rest. */
function abridged(shown: string, kept: readonly string[]): string {
  const parts = shown.trimEnd().split('\n\n')
  const isPoint = (part: string) => /^ ?\d+ {2}/.test(part)
  const has = (part: string, words: string) => part.replace(/\s+/g, ' ').includes(words)
  const chosen = kept.map((words) => parts.find((part) => isPoint(part) && has(part, words)))
  const lost = kept.filter((_, i) => !chosen[i])
  if (lost.length > 0) throw new Error(`no point of ${EXAMPLE} holds "${lost.join('", "')}"; see KEPT`)
  const head = parts.slice(0, parts.findIndex(isPoint))
  const points = parts.filter((part) => chosen.includes(part))
  return [...head, ' …', ...points.flatMap((point) => [shortened(point), ' …'])].join('\n\n')
}

function shortened(point: string): string {
  const lines = point.split('\n')
  return lines.length > LINES ? [...lines.slice(0, LINES), '    …'].join('\n') : point
}

const BLOCK = /(<!-- shown: (.+) -->\n```\w*\n)[\s\S]*?(^```$)/gm

/** The names of the blocks in a document, in order. */
export const namesIn = (document: string): string[] => [...document.matchAll(BLOCK)].map((match) => match[2]!)

/** A document with every block holding what comes out now. @throws when a block has a name that nothing gives */
export function filled(document: string, blocks: ReadonlyMap<string, string>): string {
  return document.replace(BLOCK, (_, before: string, name: string, after: string) => {
    const text = blocks.get(name)
    if (text === undefined) throw new Error(`nothing gives the block "${name}"`)
    return `${before}${text}\n${after}`
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, blocks] of Object.entries(SHOWING)) {
    const path = join(packageRoot, name)
    writeFileSync(path, filled(readFileSync(path, 'utf8'), blocks()))
  }
}
