import stringWidth from 'string-width'
import type { Cell } from '../csv.js'
import { safe } from '../render/index.js'
import type { Columns } from './output.js'

/**
 * Records below each other with their columns in line under a header, each line cut at the width.
 * Example: `plainTable({ word: (gap) => gap.text, count: (gap) => gap.count }, gaps, 80)`
 */
export function plainTable<T>(columns: Columns<T>, records: readonly T[], width: number): string {
  const cells = records.map((record) => Object.values(columns).map((column) => shown(column(record))))
  const lines = [Object.keys(columns), ...cells]
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => stringWidth(line[column]!))))
  return lines
    .map((line) =>
      line
        .map((text, column) => pad(text, widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => cut(line, width))
    .join('\n')
}

/** Words from reports may hold anything, so control characters never reach the terminal. */
function shown(cell: Cell): string {
  return safe(String(cell ?? '')).replace(/\s+/g, ' ')
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - stringWidth(text))
}

function cut(line: string, width: number): string {
  if (stringWidth(line) <= width) return line
  const graphemes = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment)
  while (stringWidth(graphemes.join('')) >= width) graphemes.pop()
  return `${graphemes.join('')}…`
}
