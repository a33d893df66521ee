import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Standing } from '../src/types.js'
import { arrive, codedParts, merged, NOW, type Part, settle, texts, withStore, workedOut } from './affair.js'
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

  it('when reports are withdrawn, before others come and after, and when some of that is undone', async () => {
    await fc.assert(
      fc.asyncProperty(order(), fc.nat(3), fc.nat(3), fc.nat(2), (chosen, early, late, undone) =>
        withStore(async (store) => {
          const list = chosen.map((i) => parts[i]!)
          const half = Math.ceil(list.length / 2)
          const stand = async (some: readonly Part[], standing: Standing) => {
            for (const { report } of some)
              await store.mark({ report: report.id, standing, until: null, reason: 'x', who: 'x', at: NOW })
            await settle(store)
          }
          const first = list.slice(0, Math.min(early, half))
          const last = list.slice(Math.max(half, list.length - late))
          await arrive(store, list.slice(0, half), [half])
          await stand(first, 'withdrawn')
          await arrive(store, list.slice(half), [2])
          await stand(last, 'withdrawn')
          await stand(first.slice(0, undone), 'live')
          const gone = [...first.slice(undone), ...last].map(({ report }) => report.id)
          expect(await workedOut(store)).toEqual(merged(list, [], new Set(gone)))
        }),
      ),
      { numRuns: 20 },
    )
  }, 60_000)

  it('when an event that alone names somebody goes and comes again, though another report has the name all along', () =>
    withStore(async (store) => {
      const list = [6, 10].map((i) => parts[i]!)
      await arrive(store, list, [2])
      await store.remove(list[1]!.report.id)
      await settle(store)
      await arrive(store, list.slice(1), [1])
      const { entities } = await workedOut(store)
      expect(entities.map(({ id }) => id)).toContain('person:xxx:lund')
      expect(entities).toEqual(merged(list).entities)
    }))

  it('and merging again changes nothing', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const before = await workedOut(store)
      for (const { report, mentions } of parts) await store.recodeReport(report, mentions)
      expect(await settle(store)).toEqual({ added: 0, joined: 0, gone: 0 })
      expect(await workedOut(store)).toEqual(before)
    }))
})
