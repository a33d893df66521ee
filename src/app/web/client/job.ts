/** Follows a reading job and shows its end when it comes. */
const place = document.querySelector<HTMLElement>('[data-news]')

if (place) {
  const bar = place.querySelector('progress')!
  const said = place.querySelector<HTMLElement>('[data-said]')!
  const news = new EventSource(place.dataset.news!)
  let finished = 0
  news.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const told = JSON.parse(data) as { kind: string; file?: string }
    if (told.kind === 'finished') bar.value = ++finished
    said.textContent = `${finished} of ${place.dataset.files} files${told.file ? `: ${told.file}` : ''}`
    if (told.kind === 'done' || told.kind === 'stopped') {
      news.close()
      location.reload()
    }
  })
}

export {}
