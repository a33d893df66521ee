import type { Entity, LogEntry, Mention, Report } from '../types.js'
import type { Merged } from './index.js'

/** An item of an index: found by the keys that it shares with others. */
export interface Item<B> {
  readonly id: string
  readonly keys: readonly string[]
  readonly day: number | null
  readonly body: B
}

/** What merging asks of an index of the record. */
export interface Index {
  get(ids: readonly string[]): Promise<readonly Item<unknown>[]>
  put(items: readonly Item<unknown>[]): Promise<void>
  drop(ids: readonly string[]): Promise<void>
  note(items: readonly { id: string; body: unknown }[]): Promise<void>
  find(search: {
    keys: readonly string[]
    least: number
    days: readonly [number, number] | null
  }): Promise<readonly string[]>
  chained(ids: readonly string[]): Promise<readonly string[]>
  chain(chains: readonly (readonly string[])[]): Promise<void>
}

/** A stored record, as growing needs it; O is what replacing events comes to. */
export interface GrowingRecord<O> {
  reports(ids: readonly string[]): Promise<readonly Report[]>
  mentions(reports: readonly string[]): Promise<readonly Mention[]>
  merged(mentions: readonly string[]): Promise<readonly Mention[]>
  toldBy(reports: readonly string[]): Promise<readonly string[]>
  homes(
    reports: readonly string[],
  ): Promise<readonly { report: string; story: string | null; origin: string | null }[]>
  withdrawn(reports: readonly string[]): Promise<readonly string[]>
  pendingReports(): Promise<readonly string[]>
  log(): Promise<readonly LogEntry[]>
  heirs(mentions: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  index(kind: 'report' | 'entity' | 'mention'): Index
  replaceForms(
    reports: readonly { report: string; entities: readonly Entity[] }[],
  ): Promise<readonly string[]>
  forms(entities: readonly string[]): Promise<readonly Entity[]>
  naming(entities: readonly string[]): Promise<readonly string[]>
  replaceEvents(
    scope: { reports: readonly string[]; mentions: readonly string[] },
    merged: Merged,
  ): Promise<O>
}

/** Which of the others a changed item is linked with. */
export type Linked<B> = (changed: readonly Item<B>[]) => Promise<readonly string[]>

/**
 * Writes changed items into an index and tells which items have to be worked out anew with them: all that a chain held
 * together with one before, or holds together now. Whatever is not linked with a changed item stays as it is.
 * @returns the ids, in order
 */
export async function widen<B>(
  index: Index,
  changed: readonly Item<B>[],
  gone: readonly string[],
  linked: Linked<B>,
): Promise<string[]> {
  const ids = changed.map(({ id }) => id)
  const before = await index.chained([...ids, ...gone])
  await index.drop(gone)
  await index.put(changed)
  const now = await index.chained(await linked(changed))
  const out = new Set(gone)
  return [...new Set([...ids, ...before, ...now])].filter((id) => !out.has(id)).sort()
}
