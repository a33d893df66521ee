import { page } from '../parts/layout.js'
import type { Problem } from '../problem.js'
import type { Frame } from '../theme.js'

/** What went wrong, for people. */
export async function problemPage({ status, message, hint }: Problem, frame: Frame): Promise<Response> {
  const body = (
    <header class="head">
      <p class="over">{status}</p>
      <h1>{message.charAt(0).toUpperCase() + message.slice(1)}</h1>
      <p>{hint.charAt(0).toUpperCase() + hint.slice(1)}.</p>
    </header>
  )
  const text = await page({ title: message, ...frame }, body)
  return new Response(String(text), { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
