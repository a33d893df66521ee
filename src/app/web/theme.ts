import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Assets } from './assets.js'
import { formOf, Problem } from './problem.js'

/** How pages look: as the system says, or always light or dark. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What a page has from its request. */
export interface Frame {
  /** Version of styles and client modules. */
  readonly assets: string
  readonly theme: Theme
  /** The page's own address, to come back to. */
  readonly here: string
}

const COOKIE = 'rapport-theme'
const A_YEAR = 365 * 86_400

/** The theme that was chosen in this browser; without a choice the system's. */
export function themeOf(context: Context): Theme {
  const chosen = getCookie(context, COOKIE)
  return THEMES.find((theme) => theme === chosen) ?? 'system'
}

export function frameOf(context: Context, { version }: Pick<Assets, 'version'>): Frame {
  const { pathname, search } = new URL(context.req.url)
  return { assets: version, theme: themeOf(context), here: pathname + search }
}

/** Keeps a choice of theme in a cookie: it works without a script and is there before the page is drawn. */
export function themeRoutes(): Hono {
  const app = new Hono()
  app.post('/theme', async (context) => {
    const form = await formOf(context, `send theme as one of ${THEMES.join(', ')}`)
    const theme = THEMES.find((one) => one === form.get('theme'))
    if (!theme) throw new Problem(400, 'there is no such theme', `the themes are ${THEMES.join(', ')}`)
    setCookie(context, COOKIE, theme, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: A_YEAR })
    return context.redirect(ownPath(String(form.get('back') ?? '/')), 303)
  })
  return app
}

/** Only to a page of this server: "//elsewhere" and "/\elsewhere" lead to other hosts. */
function ownPath(path: string): string {
  const base = 'http://own.invalid'
  const url = URL.canParse(path, base) ? new URL(path, base) : null
  return url && url.origin === base && path.startsWith('/') ? url.pathname + url.search : '/'
}
