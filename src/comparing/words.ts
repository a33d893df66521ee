const DETERMINER = /^(?:the|an?|its|their|his|her|this|that|these|those)\s+/i

/** Text without case, accents and punctuation, for telling whether two wordings are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** "their first bridge" without "their". */
export function withoutDeterminer(text: string): string {
  return text.replace(DETERMINER, '')
}

/** Folded words, without the determiner that opens them. */
export function foldedWords(text: string): readonly string[] {
  const folded = withoutDeterminer(fold(text))
  return folded === '' ? [] : folded.split(' ')
}

/** Whether two folded words differ at most by a plural or by one letter of spelling ("defence", "defense"). */
export function sameWord(a: string, b: string): boolean {
  if (a === b || `${a}s` === b || `${b}s` === a) return true
  return a.length >= 6 && a.length === b.length && lettersApart(a, b) === 1
}

function lettersApart(a: string, b: string): number {
  return [...a].filter((letter, i) => letter !== b[i]).length
}

/** Whether two phrases are the same words after folding. */
export function sameWords(a: string, b: string): boolean {
  const [left, right] = [foldedWords(a), foldedWords(b)]
  return left.length === right.length && left.every((word, i) => sameWord(word, right[i]!))
}

/** Whether two folded words come from one root ("plan", "planned"): four letters and more in common, from the start. */
export function sameRoot(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let common = 0
  while (common < shorter && a[common] === b[common]) common++
  return common >= 4 && common >= shorter - 2
}

/** Whether at least half of the weighty words of the shorter phrase have a form in the other. */
export function mostlyShared(a: string, b: string): boolean {
  const [short, long] = [weighty(a), weighty(b)].sort((x, y) => x.length - y.length) as [string[], string[]]
  const shared = short.filter((word) => long.some((other) => sameRoot(word, other)))
  return shared.length > 0 && shared.length * 2 >= short.length
}

function weighty(text: string): readonly string[] {
  return foldedWords(text).filter((word) => word.length >= 4)
}

/** Whether all words of `part` stand in `whole`, in that order and side by side. */
export function holdsWords(whole: string, part: string): boolean {
  return ` ${fold(whole)} `.includes(` ${fold(part)} `)
}
