import { z } from 'zod'
import { CorrectedField } from '../../records.js'

/** A correction cannot be made as it was asked for: what is wrong, and what to try. */
export class CorrectionError extends Error {
  override readonly name = 'CorrectionError'
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

/** Names that people know fields by. */
const ALIASES: Readonly<Record<string, string>> = {
  type: 'event',
  place: 'event_loc',
  number: 'numbers',
  who: 'actor',
  whom: 'recipient',
  when: 'date',
  where: 'event_loc',
}

const Field = z.preprocess(
  (given) => (typeof given === 'string' ? (ALIASES[given.toLowerCase()] ?? given.toLowerCase()) : given),
  CorrectedField,
)
const Id = z.string().trim().min(1)
const Several = z.array(Id).min(2)

/** What a person may ask for; ids may be beginnings of which there is only one. */
export const CorrectionRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('value'), id: Id, field: Field, value: z.string().trim().min(1) }),
  /** An event, or one value of it. */
  z.object({ action: z.literal('reject'), id: Id, field: Field.nullable().default(null) }),
  z.object({ action: z.literal('merge'), ids: Several }),
  /** Tellings of an event by the id of mention or report, or namings of an entity, that are another one. */
  z.object({ action: z.literal('split'), id: Id, parts: z.array(Id).min(1) }),
  z.object({ action: z.literal('not-same'), ids: Several }),
  z.object({ action: z.literal('name'), id: Id, name: z.string().trim().min(1).max(200) }),
  z.object({ action: z.literal('undo'), id: Id }),
])
export type CorrectionRequest = z.infer<typeof CorrectionRequest>

/** Who asks for it, and why. */
export const Signature = z.object({
  by: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(2000),
})

/** The same with the moment, ISO 8601. */
export type Signed = z.infer<typeof Signature> & { readonly at: string }

/** What is wrong, in words. @throws CorrectionError when the request is not whole */
export function requestOf(given: unknown): CorrectionRequest & z.infer<typeof Signature> {
  const request = z.intersection(CorrectionRequest, Signature).safeParse(given)
  if (request.success) return request.data
  const [issue] = request.error.issues
  throw new CorrectionError(`${issue!.path.join('.') || 'action'}: ${issue!.message}`, HINT)
}

const HINT = `the fields are ${CorrectedField.options.join(', ')}; a reason and a name are needed`
