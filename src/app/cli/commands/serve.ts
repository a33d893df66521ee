import { once } from 'node:events'
import type { Command } from 'commander'
import { defaultStore } from '../../paths.js'
import { portNumber } from '../arguments.js'
import { type Common, command, UsageError, withNewRecord } from '../context.js'
import { say } from '../output.js'
import { userName } from './correct.js'

interface Options extends Common {
  readonly port: number
  readonly host: string
  readonly token?: string
}

export function serveCommand(): Command {
  return command(
    'serve',
    'opens the record in a browser, and to programs under /api',
    'serve',
    'serve --port 8080 --store news.db',
    'serve --host 0.0.0.0 --token "$(openssl rand -hex 16)"',
  )
    .option('--port <number>', 'where to listen; 0 takes any that is free', portNumber, 4177)
    .option(
      '--host <address>',
      'the address to listen on; any but this machine’s own asks for a token',
      '127.0.0.1',
    )
    .option('--token <secret>', 'what everyone has to show: ?token=… once in a browser, or a bearer token')
    .action(serve)
}

async function serve(options: Options): Promise<void> {
  const { startServer } = await import('../../web/serve.js')
  const { isLoopback } = await import('../../web/guard.js')
  const token = options.token ?? null
  if (token === null && !isLoopback(options.host))
    throw new UsageError(
      `${options.host} can be reached from other machines`,
      'give --token, or leave --host out',
    )
  // Makes the record if there is none, and brings an older one up to date.
  await withNewRecord(options, async () => {})
  const served = await startServer({
    location: options.store ?? defaultStore(),
    codebook: options.codebook ?? [],
    door: { host: options.host, token },
    user: token === null ? userName() : null,
    port: options.port,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new UsageError(`port ${options.port} is taken`, 'give another --port')
  })
  say(`Rapport is open at ${served.address}${token ? '?token=…' : ''} (Ctrl-C ends it)`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await served.close()
}
