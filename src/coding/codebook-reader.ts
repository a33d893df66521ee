import { isMap, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { CodebookFile } from './codebook-schema.js'

/** Something wrong in a codebook file, and where. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** Thrown with every problem found, one a line: "consult.yaml:41: unknown field "obejct"; did you mean "object"?". */
export class CodebookError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((p) => `${p.file}:${p.line}: ${p.message}`).join('\n'))
    this.name = 'CodebookError'
  }
}

/** A codebook file that keeps to the schema, and the line on which each of its parts stands. */
export interface ReadFile {
  readonly name: string
  readonly data: CodebookFile
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * Reads one codebook file.
 * @param file its name (for messages) and its YAML text
 * @returns the file's content, or the problems that keep it from being read
 * @example readFile({ name: 'consult.yaml', text: 'type: CONSULT' })
 */
export function readFile(file: { name: string; text: string }): ReadFile | Problem[] {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines })
  const problem = (line: number, message: string) => ({ file: file.name, line, message })
  if (document.errors.length > 0)
    return document.errors.map((e) => problem(e.linePos?.[0].line ?? 1, firstLine(e.message)))
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetAt(document.contents, path)).line || 1
  const plain: unknown = document.toJS() ?? {}
  const read = CodebookFile.safeParse(plain)
  if (read.success) return { name: file.name, data: read.data, lineOf }
  return read.error.issues.flatMap((issue) =>
    messagesFor(issue, plain).map(({ path, message }) => problem(lineOf(path), message)),
  )
}

/** Where the deepest part of the path that exists begins: a missing field is reported at its parent. */
function offsetAt(root: Node | null, path: readonly PropertyKey[]): number {
  let node: Node | null = root
  let offset = root?.range?.[0] ?? 0
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(step)) : undefined
    const next = pair
      ? pair.value
      : (node as { get?: (key: unknown, keep: true) => unknown })?.get?.(step, true)
    const at = ((pair?.key ?? next) as Node | null | undefined)?.range?.[0]
    if (at === undefined) return offset
    offset = at
    node = (next ?? null) as Node | null
  }
  return offset
}

function messagesFor(issue: z.core.$ZodIssue, plain: unknown): { path: PropertyKey[]; message: string }[] {
  const said = issue.path.reduce<unknown>((v, step) => (v as Record<PropertyKey, unknown>)?.[step], plain)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `unknown field "${key}"${didYouMean(key, fieldsAt(issue.path))}`,
    }))
  const where = issue.path.filter((step) => typeof step === 'string').join('.')
  if (issue.code === 'invalid_value')
    return [
      {
        path: issue.path,
        message: `${where} "${said}" is not known${didYouMean(String(said), issue.values)}`,
      },
    ]
  return [{ path: issue.path, message: where ? `${where}: ${issue.message}` : issue.message }]
}

/** The fields that the schema knows at a path: follows objects, lists and records. */
function fieldsAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = CodebookFile
  for (const step of path) schema = inside(schema, step)
  return Object.keys((unwrap(schema) as { shape?: object })?.shape ?? {})
}

function inside(schema: unknown, step: PropertyKey): unknown {
  const s = unwrap(schema) as { shape?: Record<PropertyKey, unknown>; element?: unknown; valueType?: unknown }
  return s?.shape?.[step] ?? s?.element ?? s?.valueType
}

function unwrap(schema: unknown): unknown {
  const s = schema as { unwrap?: () => unknown; element?: unknown } | undefined
  return s?.unwrap && !s.element ? unwrap(s.unwrap()) : schema
}

/**
 * The known word nearest to a misspelt one, as the end of a message.
 * @returns '; did you mean "object"?', or the list of known words when none is near
 */
export function didYouMean(word: string, known: readonly unknown[]): string {
  const words = known.map(String)
  const ranked = words.map((w) => ({ w, d: editDistance(word.toLowerCase(), w.toLowerCase()) }))
  const best = ranked.sort((a, b) => a.d - b.d)[0]
  if (best && best.d <= Math.ceil(best.w.length / 3)) return `; did you mean "${best.w}"?`
  return words.length > 0 ? `; known: ${words.slice().sort().join(', ')}` : ''
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
}
