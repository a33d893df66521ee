import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { draftOfPieces, squeeze } from './compose.js'
import { entities, metadataOf } from './metadata.js'
import type { Draft, Given, Piece } from './types.js'

type Document = ReturnType<typeof parseHTML>['document']

/**
 * Reads a saved page: its article by readability, what it says of itself by JSON-LD and meta elements.
 * Nothing is fetched or run, and no markup makes it throw: a page without an article gives its paragraphs.
 */
export function readHtml(file: string, html: string): Draft {
  const outsized = isOutsized(html)
  const page = safely(() => parse(outsized ? headOf(html) : html), null)
  const given = page ? safely(() => metadataOf(page), {}) : {}
  const pieces = outsized ? strippedPieces(html) : piecesIn(html)
  return draftOfPieces(file, withTitle(pieces, given), given)
}

/** The article; on a page that has none, all its blocks; where no document can be made, the words between tags. */
function piecesIn(html: string): Piece[] {
  const article = safely(() => articlePieces(html), [])
  if (hasText(article)) return article
  const body = safely(() => piecesOf(parse(html).body), [])
  return hasText(body) ? body : strippedPieces(html)
}

/** News pages nest some 40 deep and hold a few thousand elements; beyond this readability takes minutes. */
const deepest = 100
const most = 15_000

function isOutsized(html: string): boolean {
  let depth = 0
  let count = 0
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    count++
    // Elements that pages leave open say nothing of depth.
    if (!/^(?:p|li|d[dt]|t[dhr]|tbody|option|br|hr|img|input|link|meta|source|wbr|path)$/i.test(name!)) {
      depth = Math.max(0, depth + (close ? -1 : 1))
    }
    if (depth > deepest || count > most) return true
  }
  return false
}

const headOf = (html: string) => html.slice(0, Math.max(0, Math.min(html.search(/<\/head|<body/i), 500_000)))

/** Whether a text from a table is HTML. */
export const looksLikeHtml = (text: string) => /<\/(?:p|div|article|h[1-6]|li)>|<br\s*\/?>\s*<br/i.test(text)

function safely<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    // Hostile or broken markup (a stack too deep, a selector too large): the caller has a plainer way.
    return otherwise
  }
}

/** linkedom needs a root element; a fragment gets one. */
function parse(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  return parseHTML(whole).document
}

/** Readability changes the document that it reads, so it gets one of its own. */
function articlePieces(html: string): Piece[] {
  const article = new Readability(parse(html) as never, {
    maxElemsToParse: 100_000,
    charThreshold: 200,
  }).parse()
  return article?.content ? piecesOf(parse(article.content).body) : []
}

const blocks =
  'p,h1,h2,h3,h4,h5,h6,li,blockquote,figcaption,pre,td,th,dt,dd,time,address,div,section,article,main,body'
const dropped =
  'script,style,noscript,template,svg,iframe,object,embed,form,button,nav,select,input,textarea,head,title'

/** The text of the innermost blocks, in order. A block that holds both blocks and words gives its words too. */
function piecesOf(root: { cloneNode(deep: boolean): unknown }): Piece[] {
  const body = root.cloneNode(true) as Element
  for (const element of body.querySelectorAll(dropped)) element.remove()
  for (const element of body.querySelectorAll('br')) element.replaceWith('\n')
  return textRuns(body)
}

type Element = Document['body']
type Node = Element['childNodes'][number]

/** Walks without recursion, so that no depth of nesting breaks it. */
function textRuns(body: Element): Piece[] {
  const pieces: Piece[] = []
  let words = ''
  let owner: Element = body
  const flush = () => {
    for (const text of words.split(/\n\s*\n/)) pieces.push({ text, kind: kindIn(owner) })
    words = ''
  }
  for (let node: Node | null = body; node; node = following(node, body)) {
    if (node.nodeType === 3) {
      const block = (node.parentElement as Element).closest(blocks) ?? body
      if (block !== owner) flush()
      owner = block as Element
      words += node.textContent
    } else if ((node as Element).matches?.(blocks)) flush()
  }
  flush()
  return pieces
}

/** The next node in document order inside the root. */
function following(node: Node, root: Node): Node | null {
  if (node.firstChild) return node.firstChild as Node
  for (let at: Node | null = node; at && at !== root; at = at.parentNode as Node | null) {
    if (at.nextSibling) return at.nextSibling as Node
  }
  return null
}

function kindIn(element: Element): Piece['kind'] {
  if (element.closest('figure,figcaption')) return 'caption'
  const name = element.localName
  if (name === 'h1') return 'title'
  return /^h[2-6]$/.test(name) ? 'crosshead' : null
}

const hasText = (pieces: readonly Piece[]) => pieces.some((piece) => /\p{L}{2}/u.test(piece.text))

/** Without a document: tags are cut out of the text, those of blocks leave a blank line. */
function strippedPieces(html: string): Piece[] {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|title|noscript|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '\n\n')
    .replace(/<\/?(?:a|abbr|b|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u)\b[^<>]*>?/gi, '')
    .replace(/<\/?[a-z!?][^<>]*>?/gi, '\n\n')
    .split(/\n\s*\n/)
    .map((text) => ({ text: entities(text), kind: null }))
}

/** The page's title once, at the top; other headings of the first rank head parts. */
function withTitle(pieces: readonly Piece[], given: Given): Piece[] {
  const heading = pieces.find((piece) => piece.kind === 'title')
  const title = squeeze(given.title ?? heading?.text ?? '')
  const rest = pieces
    .filter((piece) => title === '' || squeeze(piece.text) !== title)
    .map((piece) => (piece.kind === 'title' ? { ...piece, kind: 'crosshead' as const } : piece))
  return title === '' ? rest : [{ text: title, kind: 'title' }, ...rest]
}
