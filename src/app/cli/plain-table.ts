import stringWidth from 'string-width'
import type { Row } from './output.js'

/**
 * Rows below each other with their columns in line, headed by the names of the columns, cut at the width.
 * Example: `plainTable([{ word: 'envoy', count: 3 }], 80)`
 */
export function plainTable(rows: readonly Row[], width: number): string {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(cell))]
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

function cell(value: Row[string]): string {
  // Words from reports may hold anything, so control characters never reach the terminal.
  return String(value ?? '').replace(/\p{Cc}+/gu, ' ')
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
