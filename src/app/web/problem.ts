import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'

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

/** The query of an address. @throws Problem that names the field and what is wrong with it */
export function parsed<T extends z.ZodType>(schema: T, given: Readonly<Record<string, string>>): z.output<T> {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Problem(
    400,
    `${issue!.path.join('.')}: ${issue!.message}`,
    'see /api/openapi.json for what may be asked',
  )
}

/** As RFC 9457 has it. */
export function problemJson({ status, message, hint }: Problem): Response {
  const body = { type: 'about:blank', title: message, status, detail: hint }
  return Response.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } })
}
