/** Pictures of every page, in both themes and at three widths, into .cache/shots, and README's: `npm run shots`. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../src/app/paths.js'
import { correctSome, type Examples, openBrowser, openExamples } from '../test/web/browser.js'

const WIDTHS = [360, 1280, 2560]
const THEMES = ['light', 'dark'] as const
const PICTURES = join(packageRoot, 'docs/pictures')
const FOLDER = join(packageRoot, '.cache/shots')

/** One page of each kind, by the name of its pictures. */
function pages({
  address,
  story,
  conflicts,
  report,
  event,
  entity,
  corrected,
  rejected,
}: Examples): [string, string][] {
  return [
    ['home', address],
    ['story', `${address}stories/${story}`],
    ['story-conflicts', `${address}stories/${conflicts}`],
    ['report', `${address}reports/${report}`],
    ['event', `${address}events/${event}`],
    ['event-corrected', `${address}events/${corrected}`],
    ['event-rejected', `${address}events/${rejected}`],
    ['event-correct', `${address}events/${event}/correct?field=date`],
    ['entity-correct', `${address}entities/${encodeURIComponent(entity)}/correct`],
    ['log', `${address}log`],
    ['dyad', `${address}dyads/PRK-RUS`],
    ['entity', `${address}entities/${encodeURIComponent(entity)}`],
    ['state', `${address}states/RUS`],
    ['search', `${address}search?q=kremlin`],
    ['search-narrowed', `${address}search?q=north&state=RUS&with=PRK&told=news&since=2025`],
    ['stories', `${address}stories`],
    ['reports', `${address}reports?control=state`],
    ['dyads', `${address}dyads`],
    ['dyad-invented', `${address}dyads/XAR-XBO`],
    ['missing', `${address}events/e-0000`],
  ]
}

/** The two that README.md shows: a story with one of its points lit up, and a dyad. */
async function pictures(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  const tab = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' })
  await tab.goto(`${examples.address}stories/${examples.story}`)
  await tab.locator('.filters').evaluate((form) => form.scrollIntoView())
  await tab.locator('#p1 h3').hover()
  await tab.waitForTimeout(800)
  await tab.screenshot({ path: join(PICTURES, 'story.png') })
  await tab.goto(`${examples.address}dyads/PRK-RUS`)
  await tab.screenshot({ path: join(PICTURES, 'dyad.png') })
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const examples = await openExamples()
await correctSome(examples)
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
await pictures()
await browser.close()
await examples.close()
process.stdout.write(`pictures are in ${FOLDER}\n`)
