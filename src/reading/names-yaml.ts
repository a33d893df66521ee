import { isMap, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

/** Thrown for a lexicon file that cannot be read; one line a problem: "states.yaml:7: …". */
export class LexiconError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'LexiconError'
  }
}

/** Reads one YAML file by a schema; errors name the file, the line and the nearest known field. */
export function readYaml<T>(file: { name: string; text: string }, schema: z.ZodType<T>): T {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines })
  const line = (offset: number) => lines.linePos(offset).line || 1
  if (document.errors.length > 0)
    throw new LexiconError(
      document.errors.map((e) => `${file.name}:${line(e.pos[0])}: ${e.message.split('\n')[0]}`),
    )
  const read = schema.safeParse(document.toJS() ?? {})
  if (read.success) return read.data
  throw new LexiconError(
    read.error.issues.map(
      (issue) => `${file.name}:${line(offsetOf(document.contents, issue.path))}: ${messageOf(issue, schema)}`,
    ),
  )
}

/** Where the deepest part of the path that exists begins. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node = root
  let offset = root?.range?.[0] ?? 0
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(step)) : undefined
    const next = (pair?.value ??
      (node as { get?: (key: unknown, keep: true) => unknown })?.get?.(step, true)) as Node | null | undefined
    if (!next) return offset
    offset = next.range?.[0] ?? offset
    node = next
  }
  return offset
}

function messageOf(issue: z.core.$ZodIssue, schema: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, issue.path)
    return issue.keys.map((key) => `unknown field "${key}"${didYouMean(key, known)}`).join('; ')
  }
  const where = issue.path.map(String).join('.')
  return where ? `${where}: ${issue.message}` : issue.message
}

interface Shaped {
  readonly shape?: Record<PropertyKey, unknown>
  readonly element?: unknown
  readonly unwrap?: () => unknown
}

function fieldsAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let at = bare(schema)
  for (const step of path) at = bare(at?.shape?.[step] ?? at?.element)
  return Object.keys(at?.shape ?? {})
}

function bare(schema: unknown): Shaped | undefined {
  const s = schema as Shaped | undefined
  return s?.unwrap && !s.element ? bare(s.unwrap()) : s
}

/** '; did you mean "seats"?' or the known fields where none is near. */
function didYouMean(word: string, known: readonly string[]): string {
  const near = known.find((k) => distance(k, word) <= Math.max(1, Math.floor(k.length / 3)))
  return near ? `; did you mean "${near}"?` : `; known: ${known.join(', ')}`
}

/** Edit distance: insertions, deletions and changes of a letter. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}
