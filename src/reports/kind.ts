import { holdsText } from './fields.js'

export type FileKind = 'text' | 'markdown' | 'html' | 'csv' | 'jsonl' | 'json'

const extensions: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
}

/** The kind that the file's name claims, or null. */
export function kindByName(file: string): FileKind | null {
  return extensions[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''] ?? null
}

/**
 * The kind of a file: its name's, unless the content is plainly something else (a page saved as .txt, lines of JSON
 * in .json), else by the content alone.
 */
export function kindOf(file: string, text: string): FileKind {
  const named = kindByName(file)
  const start = text.slice(0, 5000).trimStart()
  if (named === null) return sniff(start)
  if (named === 'text' && /^(?:<!doctype html|<html[\s>])/i.test(start)) return 'html'
  if (named === 'html' && !/<[a-z!/]/i.test(text)) return 'text'
  return named === 'json' && isJsonLines(text) ? 'jsonl' : named
}

function sniff(start: string): FileKind {
  if (
    /^(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype html|html)|<(?:head|body|article|meta|div|p)[\s>])/i.test(
      start,
    )
  )
    return 'html'
  if (isJsonLines(start)) return 'jsonl'
  if (/^(?:\[\s*\{|\{\s*")/.test(start)) return 'json'
  if (/^---[ \t]*\n(?:[\w-]+:.*\n)+?(?:.*\n)*?---/.test(start) || /^# \S/.test(start)) return 'markdown'
  return isTable(start) ? 'csv' : 'text'
}

function isJsonLines(text: string): boolean {
  const [first = '', second = ''] = text.trimStart().split('\n', 2)
  return [first, second].every((line) => /^\s*\{.*\}\s*$/.test(line)) && second !== ''
}

function isTable(start: string): boolean {
  const header = start.split('\n', 1)[0]!
  const columns = header.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim())
  return columns.length > 1 && columns.every((name) => /^[\w -]{1,30}$/.test(name)) && holdsText(columns)
}
