import { isMap, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { distance } from './letters.js'

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

/** A file of the codebook as people write it. */
export interface SourceFile {
  readonly name: string
  readonly text: string
}

/** A codebook file that keeps to its schema, and the line on which each of its parts stands. */
export interface ReadFile<T> {
  readonly name: string
  readonly data: T
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * Reads one codebook file by its schema.
 * @param file its name (for messages) and its YAML text
 * @returns the file's content, or the problems that keep it from being read
 * @example checkFile({ name: 'consult.yaml', text: 'type: CONSULT' }, CodebookFile)
 */
export function checkFile<T>(file: SourceFile, schema: z.ZodType<T>): ReadFile<T> | Problem[] {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines })
  const problem = (line: number, message: string) => ({ file: file.name, line, message })
  if (document.errors.length > 0)
    return document.errors.map((e) => problem(e.linePos?.[0].line ?? 1, firstLine(e.message)))
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetAt(document.contents, path)).line || 1
  const plain: unknown = document.toJS() ?? {}
  const read = schema.safeParse(plain)
  if (read.success) return { name: file.name, data: read.data, lineOf }
  return read.error.issues.flatMap((issue) =>
    messagesFor(issue, plain, schema).map(({ path, message }) => problem(lineOf(path), message)),
  )
}

/** The content of a file that must be right. @throws CodebookError naming file, line and the nearest known field */
export function readFile<T>(file: SourceFile, schema: z.ZodType<T>): T {
  const read = checkFile(file, schema)
  if (Array.isArray(read)) throw new CodebookError(read)
  return read.data
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

function messagesFor(
  issue: z.core.$ZodIssue,
  plain: unknown,
  schema: unknown,
): { path: PropertyKey[]; message: string }[] {
  const said = issue.path.reduce<unknown>((v, step) => (v as Record<PropertyKey, unknown>)?.[step], plain)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `unknown field "${key}"${didYouMean(key, fieldsAt(schema, issue.path))}`,
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
function fieldsAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const at = path.reduce(inside, schema)
  return Object.keys((unwrap(at) as { shape?: object })?.shape ?? {})
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
  const ranked = words.map((w) => ({ w, d: distance(word.toLowerCase(), w.toLowerCase()) }))
  const best = ranked.sort((a, b) => a.d - b.d)[0]
  if (best && best.d <= Math.ceil(best.w.length / 3)) return `; did you mean "${best.w}"?`
  return words.length > 0 ? `; known: ${words.slice().sort().join(', ')}` : ''
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
}
