import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ended, onLine, Workplace } from './command-line.js'

const SLOW = 60_000
let place: Workplace
beforeEach(() => {
  place = new Workplace({})
})
afterEach(() => place.remove())

describe('rapport serve', () => {
  it(
    'opens the pages over a new record, and ends when asked to',
    async () => {
      const child = place.start(['serve', '--port', '0'])
      const address = await new Promise<string>((resolve) =>
        onLine(child.stderr!, (line) => {
          const [found] = line.match(/http:\S+/) ?? []
          if (found) resolve(found)
        }),
      )
      expect(await (await fetch(address)).text()).toContain('Nothing has been read yet')
      child.kill('SIGINT')
      expect(await ended(child)).toBe(0)
    },
    SLOW,
  )

  it(
    'asks for a token where others could reach it, and says when a port is taken',
    async () => {
      const { code, err } = await place.run(['serve', '--host', '0.0.0.0', '--port', '0'])
      expect([code, err]).toEqual([2, expect.stringContaining('give --token')])
      const other = createServer().listen(0, '127.0.0.1')
      await new Promise((resolve) => other.once('listening', resolve))
      const { port } = other.address() as { port: number }
      const taken = await place.run(['serve', '--port', String(port)])
      other.close()
      expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('is taken')])
    },
    SLOW,
  )
})
