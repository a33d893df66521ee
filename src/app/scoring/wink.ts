import type { ItemToken } from 'wink-nlp'
import type { Span } from '../../types.js'

/** Cuts a text into sentences. */
export type Splitter = (text: string) => Span[]

/** wink-nlp's splitting, to measure beside; null where it is not installed, as it is for development only. */
export async function winkSplitter(): Promise<Splitter | null> {
  const loaded = await loadWink()
  if (!loaded) return null
  const { nlp, its } = loaded
  return (text) => {
    const tokens: Span[] = []
    let at = 0
    const document = nlp.readDoc(text)
    document.tokens().each((token: ItemToken) => {
      const start = at + token.out(its.precedingSpaces).length
      at = start + token.out().length
      tokens.push({ start, end: at })
    })
    const spans = document.sentences().out(its.span) as unknown as [number, number][]
    return spans.map(([from, to]) => ({ start: tokens[from]!.start, end: tokens[to]!.end }))
  }
}

/** wink-nlp with its English model, or null. */
export async function loadWink() {
  try {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
    ])
    const nlp = winkNLP(model)
    return { nlp, its: nlp.its }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null
    throw error
  }
}
