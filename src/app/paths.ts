import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, win32 } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where Rapport itself lies: the folder with package.json, codebook/ and models/. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Rapport's version, as package.json says. */
export function version(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The folder for a user's data as the platform has it: XDG Base Directory on Linux, Application Support on
 * macOS, the roaming application data on Windows.
 * Example: on Linux `/home/ana/.local/share/rapport`.
 */
export function dataFolder(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32')
    return win32.join(environment.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Rapport')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Rapport')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'rapport')
}

/** The record that is used when no --store is given: $RAPPORT_STORE, else rapport.db in the data folder. */
export function defaultStore(environment: Environment = process.env): string {
  return environment.RAPPORT_STORE || join(dataFolder(environment), 'rapport.db')
}
