/** Megabytes of 10^6 bytes. */
const megabyte = 1_000_000
const limits = { report: 20 * megabyte, rows: 200 * megabyte }

type Readable = { readonly text: string } | { readonly problem: string; readonly hint: string }

/** First bytes of files that hold no readable text, as Latin-1; general knowledge of the formats. */
const magic: readonly (readonly [string, string, string])[] = [
  ['%PDF-', 'a PDF', 'copy its text into a .txt file'],
  ['PK\u0003\u0004', 'a ZIP or Office file', 'unpack it, or save the document as plain text'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office file', 'save the document as plain text'],
  ['{\\rtf', 'a rich text (RTF) file', 'save the document as plain text'],
  ['\u001f\u008b', 'a gzip file', 'unpack it first'],
  ['BZh', 'a bzip2 file', 'unpack it first'],
  ['\u00fd7zXZ', 'an xz file', 'unpack it first'],
  ['7z\u00bc\u00af', 'a 7-Zip file', 'unpack it first'],
  ['\u0089PNG', 'a PNG picture', 'give its text as a .txt file'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture', 'give its text as a .txt file'],
  ['GIF8', 'a GIF picture', 'give its text as a .txt file'],
  ['RIFF', 'a sound, film or WebP file', 'give its text as a .txt file'],
  ['OggS', 'a sound file', 'give its text as a .txt file'],
  ['ID3', 'a sound file', 'give its text as a .txt file'],
  ['\u007fELF', 'a program', 'give reports as text'],
  ['SQLite format 3\u0000', 'a database', 'export its rows as CSV or JSONL'],
]

/**
 * Reads bytes as text: UTF-8, UTF-16, a declared charset, else Windows-1252, and makes the text clean (see `clean`).
 * @param mayBeRows true for CSV and JSONL, which may be larger than one report
 * @returns the text, or why there is none and what to try
 */
export function readText(bytes: Uint8Array, mayBeRows: boolean): Readable {
  const limit = mayBeRows ? limits.rows : limits.report
  if (bytes.length > limit) return tooLarge(bytes.length, limit, mayBeRows)
  const binary = binaryKind(bytes)
  if (binary) return binary
  const text = clean(decode(bytes))
  if (text.trim() === '')
    return { problem: 'the file is empty', hint: 'give a file with the text of a report' }
  return { text }
}

function tooLarge(size: number, limit: number, rows: boolean): Readable {
  const megabytes = (size / megabyte).toFixed(size < 1.1 * limit ? 1 : 0)
  const hint = rows
    ? 'split it into several files'
    : 'split it into one file a report, or into CSV or JSONL with one report a row'
  return { problem: `the file has ${megabytes} MB; the limit is ${limit / megabyte} MB`, hint }
}

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes)

function binaryKind(bytes: Uint8Array): { problem: string; hint: string } | null {
  const start = latin1(bytes.subarray(0, 16))
  const known = magic.find(([mark]) => start.startsWith(mark))
  if (known) return { problem: `this is ${known[1]}, not text`, hint: known[2] }
  if (utf16(bytes) || controlShare(bytes) < BINARY) return null
  return {
    problem: 'this is a binary file, not text',
    hint: 'give reports as text, Markdown, HTML, CSV or JSONL',
  }
}

/** Share of control characters from which bytes are no text; random bytes have a tenth. */
const BINARY = 0.04

function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  return controls / Math.max(1, sample.length)
}

/** By its mark, or, without one, by the zero bytes that every other byte of Western text then has. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 1024)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++
  })
  const [even, odd] = zeros.map((count) => count / (sample.length / 2)) as [number, number]
  if (sample.length < 4 || Math.min(even, odd) > 0.05) return null
  if (odd > 0.6) return 'utf-16le'
  return even > 0.6 ? 'utf-16be' : null
}

function decode(bytes: Uint8Array): string {
  const wide = utf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeBroken(bytes)
  }
}

/** Not valid UTF-8: UTF-8 with a few damaged bytes, or a one-byte or East Asian encoding. */
function decodeBroken(bytes: Uint8Array): string {
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const damaged = lossy.match(/\ufffd/g)?.length ?? 0
  const whole = lossy.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0
  if (damaged * 10 < whole) return lossy
  const label = /charset\s*=\s*["']?([\w-]+)/i.exec(latin1(bytes.subarray(0, 4096)))?.[1] ?? 'windows-1252'
  try {
    return decodeLabel(bytes, label)
  } catch {
    return windows1252(bytes)
  }
}

function decodeLabel(bytes: Uint8Array, label: string): string {
  const decoder = new TextDecoder(label)
  const usable = !['windows-1252', 'utf-8', 'utf-16le', 'utf-16be'].includes(decoder.encoding)
  return usable ? decoder.decode(bytes) : windows1252(bytes)
}

/** Bytes 0x80 to 0x9f of Windows-1252 (WHATWG Encoding Standard, index windows-1252). */
const high =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

// Several Node releases decode windows-1252 as Latin-1, which loses every curly quotation mark.
function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, (char) => high[char.charCodeAt(0) - 0x80]!)
}

/**
 * Text that is safe to keep and to show, so that offsets are counted only afterwards: line ends become \n; NUL,
 * other control characters and lone surrogates become U+FFFD; marks that reverse or hide text (bidi overrides and
 * isolates, zero-width space, soft hyphen, byte order mark) are dropped. Direction marks and joiners stay.
 * @example clean('a\r\nb\u0000') // 'a\nb\ufffd'
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u200b\ufeff\u00ad\u202a-\u202e\u2060-\u2069]/g, '')
    .replace(/(?![\t\n])\p{Cc}/gu, '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}
