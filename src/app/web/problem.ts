import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Something that a request asked for and cannot have: what is wrong, and what to try. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

/** The form that was sent. @throws Problem when there is none, with what to send */
export function formOf(context: Context, hint: string): Promise<FormData> {
  return context.req.formData().catch(() => {
    throw new Problem(400, 'this is no form', hint)
  })
}

/** As RFC 9457 has it. */
export function problemJson({ status, message, hint }: Problem): Response {
  const body = { type: 'about:blank', title: message, status, detail: hint }
  return Response.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } })
}
