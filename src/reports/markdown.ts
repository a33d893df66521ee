import { parse } from 'yaml'
import { draftOfPieces } from './compose.js'
import { givenFrom } from './fields.js'
import type { Draft, Given, Piece } from './types.js'

/**
 * Reads a Markdown report: front matter, headings, and paragraphs with their marks taken off.
 * Front matter that is no YAML is dropped with its fences. Never throws.
 */
export function readMarkdown(file: string, text: string): Draft {
  const { given, body } = frontMatter(text)
  const pieces = blocksOf(body).map(asPiece)
  return draftOfPieces(file, withTitle(pieces, given), given)
}

function frontMatter(text: string): { given: Given; body: string } {
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (!match) return { given: {}, body: text }
  return { given: givenFrom(yamlRecord(match[1]!)), body: text.slice(match[0].length) }
}

function yamlRecord(yaml: string): Record<string, unknown> {
  try {
    // The core schema leaves dates as they are written.
    const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 0 })
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** Blank lines part blocks; headings, list items and quotations start their own. Code and comments are no report. */
function blocksOf(body: string): string[] {
  return body
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/^(```|~~~)[\s\S]*?(?:^\1.*$|$(?![\s\S]))/gm, '')
    .replace(/^(.+)\n(?:={3,}|-{3,})[ \t]*$/gm, '# $1\n')
    .replace(/^(#{1,6} .*)$/gm, '\n$1\n')
    .replace(/^(?=[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t])/gm, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) => block.replace(/^[ \t]*>[ \t]?/gm, '').trim())
    .filter((block) => block !== '' && !/^(?:[-*_][ \t]*){3,}$/.test(block) && !/^\[[^\]]+\]:\s/.test(block))
}

function asPiece(block: string): Piece {
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(block)
  if (heading) return { text: plain(heading[2]!), kind: heading[1] === '#' ? 'title' : 'crosshead' }
  const image = /^!\[([^\]]*)\]\([^)]*\)$/.exec(block)
  if (image) return { text: plain(image[1]!), kind: 'caption' }
  const item = /^(?:[-*+]|\d{1,3}[.)])[ \t]+/.exec(block)
  return { text: plain(block.slice(item?.[0].length ?? 0)), kind: null }
}

/** The words without the marks: links and pictures become their text. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[\^[^[\]]{1,40}\]/g, '')
    .replace(/!\[[^[\]]{0,500}\]\([^()\n]{0,2000}\)/g, '')
    .replace(/\[([^[\]]{0,500})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)/g, '$1')
    .replace(/\[([^[\]]{1,500})\]\[[^[\]]{0,200}\]/g, '$1')
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]{0,300}>/gi, '')
    .replace(/(\*\*|__|~~)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/`+([^`]*)`+/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!~>|-])/g, '$1')
}

/** One title: the front matter's, else the first heading of the first rank; others head parts of the report. */
function withTitle(pieces: readonly Piece[], given: Given): Piece[] {
  const titleAt = pieces.findIndex((piece) => piece.kind === 'title')
  const repeated = titleAt >= 0 && (!given.title || pieces[titleAt]!.text === given.title)
  const ranked = pieces.map((piece, at) =>
    piece.kind === 'title' && !(repeated && at === titleAt)
      ? { ...piece, kind: 'crosshead' as const }
      : piece,
  )
  return given.title && !repeated ? [{ text: given.title, kind: 'title' }, ...ranked] : ranked
}
