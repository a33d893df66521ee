import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { LogEntry } from '../../../types.js'
import { type CorrectionRequest, requestOf } from '../../correcting/index.js'
import type { Parts } from '../app.js'
import { formOf } from '../problem.js'

/** What a form was filled in with, to be shown again where it could not be taken. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

const COOKIE = 'rapport-name'
const YEAR = 365 * 86_400

/** What was sent, by the names of the fields; "part" may be there several times. */
export async function filledIn(context: Context): Promise<Filled> {
  const form = await formOf(context, 'send it from the page')
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const names = [...new Set(form.keys())].filter((name) => name !== 'part')
  return {
    ...Object.fromEntries(names.map((name) => [name, text(name)])),
    part: form.getAll('part').map(String),
  }
}

/**
 * The wish that a form comes to.
 * @throws CorrectionError when something is missing
 */
export function wishOf(id: string, filled: Filled) {
  const { by, reason, action } = filled
  return requestOf({ by, reason, ...bodyOf(id, filled, String(action ?? '')) })
}

function bodyOf(id: string, filled: Filled, action: string): object {
  const { field, nothing, value, part, name } = filled
  if (action === 'none') return { action: 'reject', id, field: nothing }
  if (action === 'value') return { action, id, field, value }
  if (action === 'split') return { action, id, parts: part }
  if (action === 'name') return { action, id, name }
  if (action === 'merge' || action === 'not-same') return { action, ids: [id, otherOf(filled, action)] }
  return { action, id }
}

/** An id that was written, or the last part of an address that was pasted, goes before one that was chosen. */
function otherOf(filled: Filled, action: string): string {
  const written = String(filled[`${action}-id`] ?? '')
  const id = written.split(/[?#]/)[0]!.split('/').filter(Boolean).at(-1)
  return (id && decoded(id)) || String(filled[`${action}-other`] ?? '')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Hands a wish to the desk, with the server's clock; who wrote it is remembered for the next. */
export async function send(
  context: Context,
  { desk }: Parts,
  { by, reason, ...request }: CorrectionRequest & { by: string; reason: string },
): Promise<LogEntry> {
  const entry = await desk.correct({ request, signed: { by, reason, at: new Date().toISOString() } })
  setCookie(context, COOKIE, by, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: YEAR })
  return entry
}

/** The name that the writer gave last, else that of this machine's user. */
export function writerOf(context: Context, { user }: Parts): string {
  return getCookie(context, COOKIE) ?? user ?? ''
}
