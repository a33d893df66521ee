import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../../types.js'
import { groupBy } from '../groups.js'

/** Below --data: 120 Wikinews texts with events and the chains they form across texts (MEANTIME, CC BY 4.0). */
export const MEANTIME = 'events/meantime/intra_cross-doc_annotation'

/** A word or two that the gold marks as an event. */
export interface GoldMention extends Span {
  readonly id: string
  /** The chain it is in; its own id where it is alone. */
  readonly chain: string
  readonly sentence: number
  readonly participants: readonly (Span & { readonly role: string })[]
}

/** A text with its event mentions. */
export interface ChainedText {
  readonly id: string
  readonly topic: string
  readonly title: string
  readonly text: string
  /** EDTF day of the text. */
  readonly day: string | null
  readonly sentences: readonly Span[]
  readonly mentions: readonly GoldMention[]
}

interface Token extends Span {
  readonly id: string
  readonly sentence: number
}

const UNESCAPED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}
const unescaped = (text: string): string => text.replace(/&\w+;/g, (entity) => UNESCAPED[entity] ?? entity)
const attribute = (tag: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** Tokens apart by a blank, sentences by a line. */
function textOf(xml: string): { text: string; tokens: readonly Token[] } {
  const tokens: Token[] = []
  let text = ''
  for (const [, tag, word] of xml.matchAll(/<token( [^>]*)>([^<]*)<\/token>/g)) {
    const [id, sentence] = [attribute(tag!, 't_id'), Number(attribute(tag!, 'sentence'))]
    text += tokens.length === 0 ? '' : tokens.at(-1)!.sentence === sentence ? ' ' : '\n'
    const start = text.length
    text += unescaped(word!)
    tokens.push({ id, sentence, start, end: text.length })
  }
  return { text, tokens }
}

/** The anchors of every mark of one kind, by its id. */
function anchored(xml: string, kind: string, tokens: ReadonlyMap<string, Token>): Map<string, Token[]> {
  const marks = xml.matchAll(new RegExp(`<${kind}( [^>]*)>([\\s\\S]*?)</${kind}>`, 'g'))
  return new Map(
    [...marks].map(([, tag, inner]) => [
      attribute(tag!, 'm_id'),
      [...inner!.matchAll(/t_id="(\d+)"/g)].flatMap(([, id]) => tokens.get(id!) ?? []),
    ]),
  )
}

const over = (list: readonly Span[]): Span => ({
  start: Math.min(...list.map(({ start }) => start)),
  end: Math.max(...list.map(({ end }) => end)),
})

/**
 * The chain of each mention that refers to an event: the event of all texts where it has one, else that of the text.
 */
function chainsIn(xml: string, doc: string): Map<string, string> {
  const instances = new Map(
    [...xml.matchAll(/<EVENT( [^>]*)\/>/g)].map(([, tag]) => [
      attribute(tag!, 'm_id'),
      attribute(tag!, 'instance_id') || `${doc} ${attribute(tag!, 'm_id')}`,
    ]),
  )
  const relations = xml.matchAll(/<REFERS_TO [^>]*>([\s\S]*?)<\/REFERS_TO>/g)
  return new Map(
    [...relations].flatMap(([, inner]) => {
      const chain = instances.get(/<target m_id="(\d+)"/.exec(inner!)?.[1] ?? '')
      const sources = [...inner!.matchAll(/<source m_id="(\d+)"/g)].map(([, id]) => id!)
      return chain ? sources.map((id) => [id, chain] as const) : []
    }),
  )
}

function participantsIn(xml: string, entities: ReadonlyMap<string, readonly Token[]>) {
  const relations = [...xml.matchAll(/<HAS_PARTICIPANT( [^>]*)>([\s\S]*?)<\/HAS_PARTICIPANT>/g)]
  const all = relations.flatMap(([, tag, inner]) => {
    const [source, target] = ['source', 'target'].map(
      (end) => new RegExp(`<${end} m_id="(\\d+)"`).exec(inner!)?.[1],
    )
    const words = entities.get(target ?? '') ?? []
    return source && words.length ? [{ source, role: attribute(tag!, 'sem_role'), ...over(words) }] : []
  })
  return groupBy(all, ({ source }) => source)
}

function chainedText(topic: string, xml: string): ChainedText {
  const doc = attribute(xml, 'doc_id')
  const { text, tokens } = textOf(xml)
  const byId = new Map(tokens.map((token) => [token.id, token]))
  const chains = chainsIn(xml, doc)
  const participants = participantsIn(xml, anchored(xml, 'ENTITY_MENTION', byId))
  const mentions = [...anchored(xml, 'EVENT_MENTION', byId)].flatMap(([m, words]): GoldMention[] => {
    const id = `${doc} ${m}`
    const with_ = (participants.get(m) ?? []).map(({ role, start, end }) => ({ role, start, end }))
    const at = { ...over(words), sentence: words[0]?.sentence ?? 0 }
    return words.length ? [{ id, chain: chains.get(m) ?? id, ...at, participants: with_ }] : []
  })
  const sentences = [...groupBy(tokens, ({ sentence }) => String(sentence)).values()].map(over)
  const created = /<TIMEX3 [^>]*functionInDocument="CREATION_TIME"[^>]*>/.exec(xml)?.[0] ?? ''
  const day = /^\d{4}-\d{2}-\d{2}/.exec(attribute(created, 'value'))?.[0] ?? null
  const title = text.split('\n')[0] ?? ''
  return { id: doc, topic, title, text, day, sentences, mentions: mentions.sort((a, b) => a.start - b.start) }
}

/** All texts, topic by topic. */
export function readChains(data: string): ChainedText[] {
  const root = join(data, MEANTIME)
  return readdirSync(root)
    .sort()
    .flatMap((topic) =>
      readdirSync(join(root, topic))
        .sort()
        .map((file) => chainedText(topic, readFileSync(join(root, topic, file), 'utf8'))),
    )
}
