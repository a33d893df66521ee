import { StoreError } from '../errors.js'

/** The place of an item in a list that is sorted by day and id. */
interface Position {
  readonly day: string
  readonly id: string
}

/** Where a cursor points to. @throws StoreError when it is none */
export function position(cursor: string): Position {
  const at = cursor.indexOf('|')
  if (at < 0)
    throw new StoreError(`"${cursor.slice(0, 80)}" is no place in a list`, 'take it from a page before')
  return { day: cursor.slice(0, at), id: cursor.slice(at + 1) }
}

/** One row more than asked for shows whether there is a next page; its cursor is the last item given. */
export function cut<T extends Position>(
  rows: readonly T[],
  limit: number,
): { readonly items: readonly T[]; readonly next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? `${last.day}|${last.id}` : null }
}

/** Everything that begins with the day, month or year: the greatest text of that beginning. */
export function endOf(day: string): string {
  return `${day}~`
}
