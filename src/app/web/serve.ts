import { serve } from '@hono/node-server'
import { openView } from '../../store/view.js'
import { formerStates } from '../former.js'
import { makeApp } from './app.js'
import { loadAssets } from './assets.js'
import { openDesk } from './desk.js'
import type { Door } from './guard.js'

interface ServeOptions {
  /** The record, which must be there and up to date. */
  readonly location: string
  readonly codebook: readonly string[]
  readonly door: Door
  /** Who is at this machine; null where others may come. */
  readonly user: string | null
  /** 0 takes any that is free. */
  readonly port: number
}

/** A server that answers. */
interface Served {
  readonly address: string
  close(): Promise<void>
}

/** Opens the pages and the API over a record. @throws when the port is taken or the client has not been built */
export async function startServer({ location, codebook, door, user, port }: ServeOptions): Promise<Served> {
  const assets = loadAssets()
  const view = await openView(location)
  const desk = openDesk(location, codebook)
  const app = makeApp({ view, desk, assets, door, user, former: formerStates(codebook) })
  const close = async () => {
    await desk.close()
    await view.close()
  }
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: door.host }, (info) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address
      resolve({
        address: `http://${host}:${info.port}/`,
        close: async () => {
          await new Promise<void>((done) => {
            server.close(() => done())
            // Followers of a job would keep it open.
            if ('closeAllConnections' in server) server.closeAllConnections()
          })
          await close()
        },
      })
    })
    server.on('error', (error) => {
      void close()
      reject(error)
    })
  })
}
