import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** Narrower than this no table can be read; wider, nothing more is gained. */
const NARROWEST = 60
const WIDEST = 240
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** What every rendering is told: columns of the terminal, and whether it shows colour. */
export interface RenderOptions {
  readonly width: number
  readonly colour: boolean
}

export function usableWidth(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.floor(width) || 80))
}

/** The lines of a text that fit in that many columns; at least one, possibly empty. */
export function wrap(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n')
}

/** A text filled up with spaces to that many columns. */
export function pad(text: string, width: number): string {
  return isolate(text) + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/** Text written from right to left kept from turning what stands beside it (Unicode's first strong isolate). */
function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}

/** A text in a column of its own behind a label, its further lines indented as far as the first. */
export function hang(label: string, text: string, width: number, indent = stringWidth(label)): string[] {
  const lines = wrap(text, width - indent)
  return lines.map((line, i) => trimRight(pad(i === 0 ? label : '', indent) + isolate(line)))
}

/** Cells beside each other, each wrapped in its own column. */
export function beside(cells: readonly string[], widths: readonly number[], gap: string): string[] {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i]!))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, row) =>
    trimRight(wrapped.map((lines, i) => pad(lines[row] ?? '', widths[i]!)).join(gap)),
  )
}

function trimRight(line: string): string {
  return line.replace(/ +$/, '')
}

/** A column of a table: its heading, the least columns it needs. */
export interface Column<T> {
  readonly head: string
  readonly least: number
  readonly cell: (row: T) => string
  /** Its text wraps well, so it gives way before others do. */
  readonly yields?: boolean
}

const GAP = '  '

/** A compact table: a heading line and the rows, one line each as far as the growing column allows. */
export function table<T>(rows: readonly T[], columns: readonly Column<T>[], width: number): string[] {
  const cells = rows.map((row) => columns.map((column) => column.cell(row)))
  const widths = widthsOf(cells, columns, width)
  const head = beside(
    columns.map((column) => column.head),
    widths,
    GAP,
  )
  return [...head, ...cells.flatMap((row) => beside(row, widths, GAP))]
}

/** Every column as wide as its widest cell, squeezed where that is too much. */
function widthsOf<T>(
  cells: readonly (readonly string[])[],
  columns: readonly Column<T>[],
  width: number,
): number[] {
  const wanted = columns.map((column, i) =>
    Math.max(stringWidth(column.head), ...cells.map((row) => stringWidth(row[i]!))),
  )
  const room = width - GAP.length * (columns.length - 1)
  return squeeze(wanted, columns, room)
}

/** Takes columns from the widest until all fit, never below what each needs. */
function squeeze<T>(wanted: readonly number[], columns: readonly Column<T>[], room: number): number[] {
  const widths = [...wanted]
  let over = widths.reduce((sum, each) => sum + each, 0) - room
  while (over > 0) {
    const slack = widths.map((each, i) => (each - columns[i]!.least) * (columns[i]!.yields ? 2 : 1))
    const widest = slack.indexOf(Math.max(...slack))
    if (slack[widest]! <= 0) break
    widths[widest]!--
    over--
  }
  return widths
}
