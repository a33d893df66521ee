import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { arrive, codedParts, merged, type Part, settle, texts, withStore, workedOut } from './affair.js'
import { LOADING, loadEngine } from './told.js'

let parts: Part[]
beforeAll(() => {
  loadEngine()
  parts = codedParts()
}, LOADING)

const order = () => fc.shuffledSubarray([...texts.keys()], { minLength: 2 })
const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })

/** On failure fast-check prints the seed and the way to it. */
describe('a record that grows is the record merged at once', () => {
  it('in any order, one by one or several together', async () => {
    await fc.assert(
      fc.asyncProperty(order(), sizes, (chosen, batches) =>
        withStore(async (store) => {
          const list = chosen.map((i) => parts[i]!)
          await arrive(store, list, batches)
          expect(await workedOut(store)).toEqual(merged(list))
        }),
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  it('when reports are taken out again', async () => {
    await fc.assert(
      fc.asyncProperty(order(), fc.integer({ min: 1, max: 4 }), (chosen, removed) =>
        withStore(async (store) => {
          const list = chosen.map((i) => parts[i]!)
          await arrive(store, list, [list.length])
          for (const { report } of list.slice(0, removed)) {
            await store.remove(report.id)
            await settle(store)
          }
          expect(await workedOut(store)).toEqual(merged(list.slice(removed)))
        }),
      ),
      { numRuns: 15 },
    )
  }, 60_000)

  it('and merging again changes nothing', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const before = await workedOut(store)
      for (const { report, mentions } of parts) await store.recodeReport(report.id, mentions)
      expect(await settle(store)).toEqual({ added: 0, joined: 0, gone: 0 })
      expect(await workedOut(store)).toEqual(before)
    }))
})
