/** What a cell can hold: a list is joined by "; ", null is empty. */
export type Cell = string | number | boolean | null | readonly string[]

/**
 * One row of CSV (RFC 4180), with its line break.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
 * Example: `csvRow(['CONSULT', 2, ['=x', 'b']])` is `CONSULT,2,'=x; b\r\n`.
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: Cell): string {
  const text = guarded(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function guarded(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = typeof cell === 'string' ? cell : cell.join('; ')
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
