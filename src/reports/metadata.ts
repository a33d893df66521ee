import type { parseHTML } from 'linkedom'
import { squeeze } from './compose.js'
import type { Given } from './types.js'

type Document = ReturnType<typeof parseHTML>['document']
type Fields = { -readonly [field in keyof Given]?: string | undefined }

/** Reads what a page says of itself: schema.org JSON-LD first, then meta and link elements, then <time>. */
export function metadataOf(page: Document): Given {
  const layers: Fields[] = [fromJsonLd(page), fromMeta(page), fromElements(page)]
  const given: Fields = {}
  for (const layer of layers) {
    for (const [field, value] of Object.entries(layer) as [keyof Given, string | undefined][]) {
      const text = value && squeeze(value)
      if (text && !given[field]) given[field] = text
    }
  }
  return withoutSiteName(given) as Given
}

const articleType = /^(?:.*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$/

function fromJsonLd(page: Document): Fields {
  const items = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    parseJson(script.textContent ?? ''),
  )
  const article = items.find((item) => list(item['@type']).some((type) => articleType.test(String(type))))
  if (!article) return {}
  return {
    title: text(article.headline),
    outlet: text(article.publisher),
    author: text(article.author),
    published: text(article.datePublished),
    updated: text(article.dateModified),
    url: text(article.url) ?? text(article.mainEntityOfPage),
  }
}

type Item = Readonly<Record<string, unknown>>

/** The objects of a JSON-LD script, also those in lists and under @graph. */
function parseJson(json: string): Item[] {
  try {
    const value: unknown = JSON.parse(json)
    return list(value)
      .filter(isItem)
      .flatMap((item) => [item, ...list(item['@graph']).filter(isItem)])
  } catch {
    return []
  }
}

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const isItem = (value: unknown): value is Item => value !== null && typeof value === 'object'

/** A value, the name or the address of an object, or a list of them. */
function text(value: unknown): string | undefined {
  if (typeof value === 'string') return entities(value)
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join(', ') || undefined
  return isItem(value) ? (text(value.name) ?? text(value['@id'])) : undefined
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
}

/** The commonest character references; JSON-LD is not HTML, but many sites escape it as if it were. */
export function entities(value: string): string {
  return value.replace(/&(?:#(\d{2,6})|([a-z]{2,5}));/g, (match, code: string, name: string) =>
    code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (named[name] ?? match),
  )
}

const metaNames: Readonly<Record<keyof Given, readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  outlet: ['og:site_name', 'application-name', 'dc.publisher', 'publisher'],
  author: ['author', 'article:author', 'dc.creator', 'byl', 'sailthru.author', 'parsely-author'],
  published: [
    'article:published_time',
    'datepublished',
    'dc.date',
    'dc.date.issued',
    'dcterms.date',
    'dcterms.created',
    'pubdate',
    'publishdate',
    'publish-date',
    'parsely-pub-date',
    'sailthru.date',
    'date',
  ],
  updated: ['article:modified_time', 'og:updated_time', 'dc.date.modified', 'lastmod', 'datemodified'],
  url: ['og:url'],
}

function fromMeta(page: Document): Fields {
  const content = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta[content]')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
    const key = name?.toLowerCase()
    if (key && !content.has(key)) content.set(key, meta.getAttribute('content') ?? '')
  }
  const entries = Object.entries(metaNames).map(([field, names]) => {
    const values = names.map((name) => content.get(name)).filter(Boolean)
    return [field, values.find((value) => field !== 'author' || !/^https?:/.test(value!))]
  })
  return { ...Object.fromEntries(entries), ...canonical(page) }
}

function canonical(page: Document): Fields {
  const href = page.querySelector('link[rel="canonical"]')?.getAttribute('href')
  return href && /^https?:/i.test(href) ? { url: href } : {}
}

/** Elements that name their content; a <time> only where it is the page's one, or stands in the article's head. */
function fromElements(page: Document): Fields {
  const marked = page.querySelector('time[itemprop="datePublished"],time[pubdate],[itemprop="datePublished"]')
  const times = page.querySelectorAll('article time[datetime],main time[datetime],header time[datetime]')
  const time = marked ?? times[0] ?? page.querySelector('time[datetime]')
  const headings = page.querySelectorAll('h1')
  return {
    title:
      (headings.length === 1 ? headings[0]!.textContent : null) ??
      page.querySelector('title')?.textContent ??
      undefined,
    author: page.querySelector('[rel="author"],[itemprop="author"]')?.textContent ?? undefined,
    published:
      time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.textContent ?? undefined,
  }
}

/** "Ministers meet - The Northern Herald" where the site says that this is its name. */
function withoutSiteName(given: Fields): Fields {
  const { title, outlet } = given
  if (!title || !outlet || !title.endsWith(outlet)) return given
  const cut = title.slice(0, -outlet.length).replace(/\s*[|–—:-]\s*$/u, '')
  return cut.length >= 10 && cut !== title.slice(0, -outlet.length) ? { ...given, title: cut } : given
}
