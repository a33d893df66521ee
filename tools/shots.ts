/** Pictures of every page, in both themes and at three widths, into .cache/shots: `npm run shots`. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/app/paths.js'
import { type Examples, openBrowser, openExamples } from '../test/web/browser.js'

const WIDTHS = [360, 1280, 2560]
const THEMES = ['light', 'dark'] as const
const FOLDER = join(packageRoot, '.cache/shots')

/** One page of each kind, by the name of its pictures. */
function pages({ address, story, conflicts, report, event, entity }: Examples): [string, string][] {
  return [
    ['home', address],
    ['story', `${address}stories/${story}`],
    ['story-conflicts', `${address}stories/${conflicts}`],
    ['report', `${address}reports/${report}`],
    ['event', `${address}events/${event}`],
    ['dyad', `${address}dyads/PRK-RUS`],
    ['entity', `${address}entities/${encodeURIComponent(entity)}`],
    ['state', `${address}states/RUS`],
    ['search', `${address}search?q=kremlin`],
    ['stories', `${address}stories`],
    ['missing', `${address}events/e-0000`],
  ]
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const examples = await openExamples()
const browser = await openBrowser()
for (const colorScheme of THEMES)
  for (const width of WIDTHS) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: width < 600 ? 780 : 1000 },
    })
    const tab = await context.newPage()
    for (const [name, url] of pages(examples)) {
      await tab.goto(url)
      await tab.screenshot({ path: join(FOLDER, `${name}-${width}-${colorScheme}.png`), fullPage: true })
    }
    await context.close()
  }
await browser.close()
await examples.close()
process.stdout.write(`pictures are in ${FOLDER}\n`)
