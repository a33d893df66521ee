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

/** As RFC 9457 has it. */
export function problemJson({ status, message, hint }: Problem): Response {
  const body = { type: 'about:blank', title: message, status, detail: hint }
  return Response.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } })
}
