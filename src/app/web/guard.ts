import { timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { Problem } from './problem.js'

/** Whom the server answers. */
export interface Door {
  /** The host it is bound to. */
  readonly host: string
  /** What everyone has to show; null only where the server can be reached from this machine alone. */
  readonly token: string | null
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const COOKIE = 'rapport-token'
const SAFE_METHODS = ['GET', 'HEAD']

/** Nothing is loaded from elsewhere, nothing inline runs, and no other site may frame a page. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // With no-referrer a form would be sent with the origin null, and be refused here.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

export function isLoopback(host: string): boolean {
  return [...LOOPBACK, '::1'].includes(host)
}

/** Puts the security headers on every answer. */
export function headers(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
  }
}

/**
 * Lets in only who may come: by a name of this machine (another name that leads here is DNS rebinding), with the token
 * where one is asked for, and for anything that changes the record only from its own pages.
 */
export function guard(door: Door): MiddlewareHandler {
  return async (context, next) => {
    if (door.token === null) checkHost(context)
    else if (!hasToken(context, door.token)) return askForToken(context)
    if (!SAFE_METHODS.includes(context.req.method)) checkOrigin(context)
    if (door.token !== null && context.req.query('token')) return enter(context, door.token)
    return next()
  }
}

function checkHost(context: Context): void {
  const name = (context.req.header('host') ?? '').replace(/:\d+$/, '')
  if (!LOOPBACK.includes(name))
    throw new Problem(421, `this server does not go by the name ${name || '(none)'}`, 'open it as 127.0.0.1')
}

function checkOrigin(context: Context): void {
  const site = context.req.header('sec-fetch-site')
  const origin = context.req.header('origin')
  const own = new URL(context.req.url).host
  // A form of a page that sends no referrer comes from "null"; the browser then says whose it is.
  const unnamed = origin === 'null' && site === 'same-origin'
  const foreign = origin !== undefined && !unnamed && hostOf(origin) !== (context.req.header('host') ?? own)
  if (foreign || (site && site !== 'same-origin' && site !== 'none'))
    throw new Problem(403, 'another site sent this request', 'open Rapport itself and do it there')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

function hasToken(context: Context, token: string): boolean {
  const shown = [
    context.req.header('authorization')?.replace(/^Bearer /i, ''),
    getCookie(context, COOKIE),
    context.req.query('token'),
  ]
  return shown.some((one) => one !== undefined && same(one, token))
}

/** Takes as long whichever letter differs. */
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The token goes into a cookie, and out of the address, which is kept in histories. */
function enter(context: Context, token: string): Response {
  setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 30 * 86_400 })
  const url = new URL(context.req.url)
  url.searchParams.delete('token')
  return context.redirect(url.pathname + url.search)
}

function askForToken(context: Context): never {
  const hint = 'open the address with ?token=… that rapport serve printed, or send it as a bearer token'
  context.header('WWW-Authenticate', 'Bearer')
  throw new Problem(401, 'a token is needed', hint)
}
