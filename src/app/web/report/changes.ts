/** A stretch of words that stayed, came in, or went out from one text to the next. */
interface Change {
  readonly kind: 'kept' | 'added' | 'removed'
  readonly text: string
}

/** Tables larger than this take too long for a page; then the texts are shown as wholly replaced. */
const MOST_CELLS = 4_000_000

/**
 * What changed from one text to another, word by word (longest common subsequence).
 * @example changesBetween('at least 20 died', 'at least 12 died')[1] // { kind: 'removed', text: '20 ' }
 */
export function changesBetween(before: string, after: string): Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const head = commonHead(a, b)
  const tail = commonHead(a.slice(head).toReversed(), b.slice(head).toReversed())
  const [middleA, middleB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const kept = (words: readonly string[]) => words.map((text): Change => ({ kind: 'kept', text }))
  return joined([...kept(a.slice(0, head)), ...middle(middleA, middleB), ...kept(a.slice(a.length - tail))])
}

/** Words with the space after them, so that together they are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

function commonHead(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((word, i) => word !== b[i])
  return at < 0 ? Math.min(a.length, b.length) : at
}

function middle(a: readonly string[], b: readonly string[]): Change[] {
  if (a.length * b.length > MOST_CELLS)
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  const lengths = lengthsOf(a, b)
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      changes.push({ kind: 'kept', text: b[j]! })
      i++
      j++
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) changes.push({ kind: 'removed', text: a[i++]! })
    else changes.push({ kind: 'added', text: b[j++]! })
  }
  const rest = (words: readonly string[], kind: Change['kind']) => words.map((text) => ({ kind, text }))
  return [...changes, ...rest(a.slice(i), 'removed'), ...rest(b.slice(j), 'added')]
}

/** Of the longest common subsequence of what follows each pair of positions. */
function lengthsOf(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] =
        a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}

function joined(changes: readonly Change[]): Change[] {
  const out: Change[] = []
  for (const change of changes) {
    const last = out.at(-1)
    if (last?.kind === change.kind) out[out.length - 1] = { ...last, text: last.text + change.text }
    else out.push(change)
  }
  return out
}
