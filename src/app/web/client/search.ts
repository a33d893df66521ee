/** Results while words are typed. */
const form = document.querySelector<HTMLFormElement>('form[data-search]')!
const results = document.querySelector<HTMLElement>('#results')!
const PAUSE = 120
let waiting = 0
let latest: AbortController | null = null

form.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(show, PAUSE)
})

async function show(): Promise<void> {
  latest?.abort()
  latest = new AbortController()
  const query = new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value !== ''),
  )
  history.replaceState(null, '', `?${query}`)
  query.set('part', 'results')
  try {
    const answer = await fetch(`/search?${query}`, { signal: latest.signal })
    // Made by the server, where all text is escaped.
    if (answer.ok) results.innerHTML = await answer.text()
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  }
}

export {}
