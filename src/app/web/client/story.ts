/** Points beside their texts: what is pointed at lights up, and filters work at once. */
const quiet = matchMedia('(prefers-reduced-motion: reduce)').matches
const points = [...document.querySelectorAll<HTMLElement>('.point[data-point]')]

for (const point of points) {
  const number = point.dataset.point!
  point.addEventListener('pointerenter', () => light(number, false))
  point.addEventListener('focusin', () => light(number, true))
  point.addEventListener('pointerleave', () => light(focused(), false))
}

for (const piece of document.querySelectorAll<HTMLElement>('[data-told]')) {
  const [first] = piece.dataset.told!.split(' ')
  piece.addEventListener('pointerenter', () => light(first ?? null, false, false))
  piece.addEventListener('pointerleave', () => light(focused(), false, false))
}

/** In a report, marked words open what was taken from them, and why. */
for (const piece of document.querySelectorAll<HTMLElement>('.text.whole [data-told]'))
  piece.addEventListener('click', () => {
    const note = document.querySelector<HTMLElement>(`#n${piece.dataset.told!.split(' ')[0]}`)
    note?.querySelector('details')?.setAttribute('open', '')
    note?.scrollIntoView({ block: 'nearest', behavior: quiet ? 'auto' : 'smooth' })
  })

function focused(): string | null {
  return document.activeElement?.closest<HTMLElement>('.point')?.dataset.point ?? null
}

/** Lights up a point with its sentences, and brings the first of them into view in each text. */
function light(number: string | null, opens: boolean, scrolls = true): void {
  for (const lit of document.querySelectorAll('.lit, .lit-differs'))
    lit.classList.remove('lit', 'lit-differs')
  if (number === null) return
  document.querySelector(`.point[data-point="${number}"]`)?.classList.add('lit')
  const pieces = [...document.querySelectorAll<HTMLElement>(`[data-told~="${number}"]`)]
  for (const piece of pieces) piece.classList.add('lit')
  for (const words of document.querySelectorAll(`[data-differs~="${number}"]`))
    words.classList.add('lit-differs')
  if (scrolls) for (const text of new Set(pieces.map(column))) if (text) bringUp(text, pieces)
  if (opens) for (const piece of pieces) piece.closest('details.copy')?.setAttribute('open', '')
}

function column(piece: HTMLElement): HTMLElement | null {
  return piece.closest<HTMLElement>('.text-column, .text.whole')
}

/** Only the text's own column moves, never the page. */
function bringUp(text: HTMLElement, pieces: readonly HTMLElement[]): void {
  const piece = pieces.find((one) => text.contains(one))!
  const [outer, inner] = [text.getBoundingClientRect(), piece.getBoundingClientRect()]
  if (inner.top >= outer.top + 40 && inner.bottom <= outer.bottom - 20) return
  const top = text.scrollTop + inner.top - outer.top - outer.height / 3
  text.scrollTo({ top, behavior: quiet ? 'auto' : 'smooth' })
}

const form = document.querySelector<HTMLFormElement>('form[data-filters]')
form?.querySelector('button[type=submit]')?.setAttribute('hidden', '')
form?.addEventListener('change', () => {
  const chosen = new FormData(form)
  const of = (name: string) => chosen.getAll(name).map(String)
  const [statuses, reports, types] = [of('status'), of('report'), of('type')]
  for (const point of points) {
    const told = point.dataset.reports!.split(' ')
    point.hidden = !(
      (statuses.length === 0 || statuses.includes(point.dataset.status!)) &&
      (types.length === 0 || types.includes(point.dataset.type!)) &&
      (reports.length === 0 || reports.some((report) => told.includes(report)))
    )
  }
  for (const section of document.querySelectorAll<HTMLElement>('.standing'))
    section.hidden = section.querySelector('.point:not([hidden])') === null
  const query = new URLSearchParams([...chosen].map(([name, value]) => [name, String(value)])).toString()
  history.replaceState(null, '', query ? `?${query}` : location.pathname)
})

const said = document.querySelector<HTMLElement>('[data-said]')
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const answer = await fetch(button.dataset.copy!)
    await navigator.clipboard.writeText(await answer.text())
    if (said) said.textContent = 'Copied.'
  })
}

// A link to a sentence lights it up with the others of its point, and opens the copy that it stands in.
addEventListener('hashchange', () => {
  document.querySelector(':target')?.closest('details')?.setAttribute('open', '')
  const [, point] = location.hash.match(/^#s-[A-Z]+-(\d+)$/) ?? []
  if (point) light(point, false, false)
})

export {}
