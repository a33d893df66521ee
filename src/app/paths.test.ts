import { expect, test } from 'vitest'
import { dataFolder, defaultStore, version } from './paths.js'

test.each([
  [{}, 'linux', '/home/ana', '/home/ana/.local/share/rapport'],
  [{ XDG_DATA_HOME: '/data' }, 'linux', '/home/ana', '/data/rapport'],
  [{ XDG_DATA_HOME: '' }, 'freebsd', '/home/ana', '/home/ana/.local/share/rapport'],
  [{}, 'darwin', '/Users/ana', '/Users/ana/Library/Application Support/Rapport'],
  [{ APPDATA: 'C:\\Data' }, 'win32', 'C:\\Users\\ana', 'C:\\Data\\Rapport'],
  [{}, 'win32', 'C:\\Users\\ana', 'C:\\Users\\ana\\AppData\\Roaming\\Rapport'],
] as const)('%o on %s: data in the right folder', (environment, platform, home, folder) => {
  expect(dataFolder(environment, platform, home)).toBe(folder)
})

test('$RAPPORT_STORE names the record', () => {
  expect(defaultStore({ RAPPORT_STORE: 'mine.db' })).toBe('mine.db')
  expect(defaultStore({ XDG_DATA_HOME: '/data' })).toMatch(/rapport\.db$/)
})

test('the version is found beside the code', () => {
  expect(version()).toMatch(/^\d+\.\d+\.\d+/)
})
