import type { PlotOptions } from '@observablehq/plot'
import { plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** What stands around a drawing when it leaves the pages as a file. */
interface Caption {
  readonly title: string
  readonly subtitle: string
  readonly source: string
}

/** A drawing by Observable Plot: an <svg> element as text, without styles of its own, coloured by classes. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const LINE = 22
const MARGIN = 12

/**
 * Draws on the server. Plot's own <style> is left out, since pages allow no inline style; theirs has the same rules.
 * @param label what the drawing shows, for those who cannot see it
 */
export function draw(label: string, options: PlotOptions & { width: number; height: number }): Drawing {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const element = plot({ ...options, document: document as never, ariaLabel: label }) as unknown as {
    outerHTML: string
    querySelectorAll(selector: string): Iterable<{ remove(): void; removeAttribute(name: string): void }>
    setAttribute(name: string, value: string): void
  }
  for (const style of element.querySelectorAll('style')) style.remove()
  element.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  // Plot names each mark's group, which has no role to bear a name.
  for (const group of element.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  // A picture with links in it is a group of them.
  const isLinked = [...element.querySelectorAll('a')].length > 0
  element.setAttribute('role', isLinked ? 'group' : 'img')
  const { width, height } = options
  return { svg: element.outerHTML.replaceAll(' xmlns:xlink=""', ''), width, height }
}

/** A drawing with title, units and source, and colours for light and dark, as a file of its own. */
export function svgFile({ svg, width, height }: Drawing, { title, subtitle, source }: Caption): string {
  const top = MARGIN + 2 * LINE
  const total = top + height + LINE + MARGIN
  const line = (y: number, words: string, kind: string) =>
    `<text class="${kind}" x="${MARGIN}" y="${y}">${escapeXml(words)}</text>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}">`,
    `<style>${STYLE}</style><rect class="paper" width="100%" height="100%"/>`,
    line(MARGIN + 14, title, 'title'),
    line(MARGIN + 14 + LINE, subtitle, 'quiet'),
    svg.replace('<svg ', `<svg y="${top}" `),
    line(top + height + LINE, source, 'quiet'),
    '</svg>\n',
  ].join('\n')
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The colours of the pages, for a file that stands alone. */
const STYLE = `
svg { color: #1d1b18; font: 12px system-ui, sans-serif }
text { fill: currentColor; white-space: pre }
.paper { fill: #fffdf9 } .title { font: 600 16px Georgia, serif } .quiet { fill: #5f5a52 }
.up { fill: #1c6e68 } .down { fill: #a8401f } .net { fill: currentColor; stroke: #fffdf9 } .unread { fill: #5f5a52; fill-opacity: 0.09 } .zero { stroke: currentColor }
.land { fill: #e6e0d4; stroke: #fffdf9 } .here { fill: #cfc3ab } .sphere { fill: none; stroke: #d8d2c6 }
.place { fill: #a8401f; fill-opacity: 0.6; stroke: #fffdf9 }
@media (prefers-color-scheme: dark) {
  svg { color: #ece7de } .paper { fill: #191816 } .quiet { fill: #aaa397 }
  .up { fill: #5cb8ae } .down { fill: #e58a63 }
  .land { fill: #35322d; stroke: #191816 } .here { fill: #5b5448 } .sphere { stroke: #45413a } .place { fill: #e58a63; stroke: #191816 } .net { stroke: #191816 } .unread { fill: #ece7de }
}`
