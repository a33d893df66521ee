import type { Outcome, Store } from '../../store/index.js'
import type { LogEntry } from '../../types.js'
import { type Flow, mergePending } from '../record.js'
import { entryFor } from './entries.js'
import type { CorrectionRequest, Signed } from './request.js'

export { logLines, partsOf } from './lines.js'
export { CorrectionError, CorrectionRequest, requestOf, Signature, type Signed } from './request.js'

/**
 * Writes a correction into the log and works out anew what it changes.
 * @throws CorrectionError when it cannot be made as it was asked for; nothing is written then
 * @example await correctRecord(store, flow, { action: 'undo', id: 'c3' }, { by: 'Ana', at: '2031-03-05T10:00:00Z',
 *   reason: 'a slip' })
 */
export async function correctRecord(
  store: Store,
  flow: Pick<Flow, 'growRecord' | 'engine'>,
  request: CorrectionRequest,
  signed: Signed,
): Promise<{ entry: LogEntry; outcome: Outcome | null }> {
  await mergePending(store, flow)
  const entry = await store.writeLog(await entryFor(request, signed, { store, engine: flow.engine }))
  return { entry, outcome: await mergePending(store, flow) }
}
