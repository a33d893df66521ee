/** What all pages have: keys, times in the reader's zone, forms that send themselves. */
const TEXT_FIELDS = 'input, textarea, select, [contenteditable]'

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return
  if (event.target.matches(TEXT_FIELDS)) {
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
    return
  }
  if (event.key === '/') focusSearch(event)
  if (event.key === 'j') step(1)
  if (event.key === 'k') step(-1)
})

function focusSearch(event: KeyboardEvent): void {
  event.preventDefault()
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type=search], #q')
  const field = fields[fields.length - 1] ?? null
  field?.focus()
  field?.select()
}

/** Goes to the next or previous thing listed: a point, else the first link of a line. */
function step(by: number): void {
  const stops = [...document.querySelectorAll<HTMLElement>('.point:not([hidden]), [data-list] > *')]
    .map((item) => (item.matches('.point') ? item : item.querySelector<HTMLElement>('a')))
    .filter((stop) => stop !== null)
  const at = stops.findIndex(
    (stop) => stop === document.activeElement || stop.contains(document.activeElement),
  )
  const next =
    stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.min(stops.length - 1, Math.max(0, at + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** The original stays on hover. */
for (const time of document.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
  const date = new Date(time.dateTime)
  if (!Number.isNaN(date.valueOf())) time.textContent = local.format(date)
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-auto]'))
  form.addEventListener('change', () => form.requestSubmit())

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

export {}
