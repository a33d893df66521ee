import { html } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import { safe } from '../../render/index.js'
import { type Frame, THEMES } from '../theme.js'

interface PageProps extends Frame {
  readonly title: string
  /** Client modules that this page uses, beside the one that all have. */
  readonly modules?: readonly string[]
  /** What stands in the search box. */
  readonly words?: string
  readonly wide?: boolean
}

const NAVIGATION = [
  ['/', 'Home'],
  ['/stories', 'Stories'],
  ['/dyads', 'Dyads'],
  ['/reports', 'Reports'],
] as const

/** A whole page, with the doctype. */
export function page(props: PageProps, body: unknown) {
  const { title, assets, theme, modules = [], words = '', wide } = props
  const versioned = (file: string) => `/assets/${file}?v=${assets}`
  return html`<!doctype html>${(
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <title>{title === '' ? 'Rapport' : `${safe(title)} · Rapport`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={versioned('page.css')} />
        {['page', ...modules].map((name) => (
          <script type="module" src={versioned(`${name}.js`)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <Header words={words} frame={props} />
        <main id="main" class={wide ? 'wide' : undefined} tabindex={-1}>
          {body}
        </main>
        <Footer />
      </body>
    </html>
  )}`
}

/** A small R, so that no request for an icon fails. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#7a2e1d"/><path d="M10 25V7h7a5 5 0 0 1 0 10h-7m6 0 6 8" fill="none" stroke="#fff" stroke-width="3"/></svg>',
)}`

function Header({ words, frame }: { words: string; frame: Frame }) {
  return (
    <header class="site">
      <a class="brand" href="/">
        Rapport
      </a>
      <nav aria-label="Main">
        {NAVIGATION.map(([path, name]) => (
          <a href={path}>{name}</a>
        ))}
      </nav>
      <search>
        <form class="search" action="/search">
          <label class="hidden" for="q">
            Search reports, events, statements and names
          </label>
          <input id="q" name="q" type="search" value={words} placeholder="Search" autocomplete="off" />
          <kbd>/</kbd>
        </form>
      </search>
      <ThemeSwitch frame={frame} />
    </header>
  )
}

const SIGNS = { system: '◐', light: '☀', dark: '☾' } as const
const THEME_WORDS = { system: 'Theme as the system', light: 'Light theme', dark: 'Dark theme' } as const

/** Light, dark, or as the system: buttons of a form, so that no script is needed. */
function ThemeSwitch({ frame }: { frame: Frame }) {
  return (
    <form class="themes" method="post" action="/theme" aria-label="Theme">
      <input type="hidden" name="back" value={frame.here} />
      {THEMES.map((theme) => (
        <button
          type="submit"
          name="theme"
          value={theme}
          title={THEME_WORDS[theme]}
          aria-label={THEME_WORDS[theme]}
          aria-pressed={theme === frame.theme ? 'true' : 'false'}
        >
          <span aria-hidden="true">{SIGNS[theme]}</span>
        </button>
      ))}
    </form>
  )
}

function Footer() {
  return (
    <footer class="site">
      <p>
        Rapport shows what reports say and where they differ; it never says which is true. What is not
        mentioned is neither agreed nor denied.
      </p>
      <p class="quiet">
        Press <kbd>/</kbd> to search, <kbd>j</kbd> and <kbd>k</kbd> to go through what is listed.{' '}
        <a href="/log">Corrections</a> · <a href="/api">API</a>
      </p>
    </footer>
  )
}

/** Said where there is nothing to show, with what to do. */
export function Empty({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p>{children}</p>
    </div>
  )
}
