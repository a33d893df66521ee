/** The word that says what a name is: the last one before "of", else the last. */
export function headWord(words: readonly string[]): string {
  const of = words.findIndex((w) => w === 'of' || w === 'for')
  return words[(of > 0 ? of : words.length) - 1]!
}
