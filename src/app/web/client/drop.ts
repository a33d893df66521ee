/** Files dropped anywhere on the page are handed in; a folder with all below it. */
const form = document.querySelector<HTMLFormElement>('form[data-drop]')!
const files = form.querySelector<HTMLInputElement>('#files')!
const folder = form.querySelector<HTMLInputElement>('#folder')!
const chosen = form.querySelector<HTMLElement>('[data-chosen]')!
const said = form.querySelector<HTMLElement>('[data-said]')!
const hint = form.querySelector<HTMLElement>('[data-hint]')!
const MOST_NAMED = 8

hint.textContent = ', or drop them here: text, Markdown, HTML, CSV, JSON Lines'
folder.closest('label')!.hidden = false
folder.disabled = false

for (const input of [files, folder]) input.addEventListener('change', tellChosen)

for (const kind of ['dragover', 'dragenter'])
  document.addEventListener(kind, (event) => {
    event.preventDefault()
    form.classList.add('over')
  })
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) form.classList.remove('over')
})
document.addEventListener('drop', (event) => {
  event.preventDefault()
  form.classList.remove('over')
  if (event.dataTransfer) void hand(event.dataTransfer)
})

/** Dropped reports are read at once. */
async function hand(data: DataTransfer): Promise<void> {
  // The list of items is emptied when the handler returns, so all entries are taken first.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const plain = [...data.files].map((file) => ({ name: file.name, file }))
  const found = entries.length > 0 ? (await Promise.all(entries.map(filesOf))).flat() : plain
  const text = found.length === 0 ? data.getData('text/plain') : ''
  const body = new FormData(form)
  body.delete('files')
  for (const { name, file } of found) body.append('files', file, name)
  if (text) body.append('text', text)
  await send(body)
}

interface Named {
  readonly name: string
  readonly file: File
}

async function filesOf(entry: FileSystemEntry): Promise<Named[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    return [{ name: entry.fullPath.replace(/^\//, ''), file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const children: FileSystemEntry[] = []
  for (let some = await batch(reader); some.length > 0; some = await batch(reader)) children.push(...some)
  return (await Promise.all(children.map(filesOf))).flat()
}

/** A reader of a folder gives some hundred entries at a time. */
function batch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

async function send(body: FormData): Promise<void> {
  said.textContent = 'Handing in …'
  try {
    const answer = await fetch('/api/reports', { method: 'POST', body })
    const told = (await answer.json()) as { id?: string; title?: string; detail?: string }
    if (!answer.ok || !told.id) throw new Error(`${told.title}; ${told.detail}`)
    location.assign(`/jobs/${told.id}`)
  } catch (error) {
    said.textContent = error instanceof Error ? error.message : String(error)
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void send(new FormData(form))
})

function tellChosen(): void {
  const names = [...(files.files ?? []), ...(folder.files ?? [])].map(
    (file) => file.webkitRelativePath || file.name,
  )
  const shown = names.slice(0, MOST_NAMED)
  if (names.length > MOST_NAMED) shown.push(`and ${names.length - MOST_NAMED} more`)
  chosen.replaceChildren(
    ...shown.map((name) => {
      const item = document.createElement('li')
      item.textContent = name
      return item
    }),
  )
}

export {}
