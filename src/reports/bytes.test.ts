import { describe, expect, test } from 'vitest'
import { clean, readText } from './bytes.js'

const text = 'Zoë said “no” – twice'
const utf16 = (littleEndian: boolean, mark: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * (text.length + (mark ? 1 : 0))))
  const units = (mark ? `\ufeff${text}` : text).split('')
  for (const [at, unit] of units.entries()) view.setUint16(2 * at, unit.charCodeAt(0), littleEndian)
  return new Uint8Array(view.buffer)
}
const windows1252 = Uint8Array.from([
  0x5a,
  0x6f,
  0xeb,
  ...ascii(' said '),
  0x93,
  ...ascii('no'),
  0x94,
  0x20,
  0x96,
  ...ascii(' twice'),
])

function ascii(words: string): number[] {
  return [...words].map((char) => char.charCodeAt(0))
}

describe('encodings', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 LE', utf16(true, true)],
    ['UTF-16 BE', utf16(false, true)],
    ['UTF-16 LE without its mark', utf16(true, false)],
    ['Windows-1252', windows1252],
  ])('%s', (_, bytes) => {
    expect(readText(bytes, false)).toEqual({ text })
  })

  test('a declared charset', () => {
    const page = Uint8Array.from([...ascii('<meta charset="windows-1251">'), 0xcc, 0xe8, 0xf0])
    expect(readText(page, false)).toEqual({ text: '<meta charset="windows-1251">Мир' })
  })

  test('a damaged byte does not change the encoding of the rest', () => {
    const bytes = [...new TextEncoder().encode(text.repeat(4)), 0xe2]
    expect(readText(Uint8Array.from(bytes), false)).toEqual({ text: `${text.repeat(4)}\ufffd` })
  })
})

describe('what cannot be read says why and what to try', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)
  test.each([
    ['nothing', new Uint8Array(), false, /empty/],
    ['white space', new Uint8Array([32, 10, 10]), false, /empty/],
    ['a PDF', new Uint8Array(ascii('%PDF-1.7 and so on')), false, /PDF/],
    ['an Office file', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), false, /ZIP or Office/],
    ['bytes of no kind', noise, false, /binary/],
    ['a large report', new Uint8Array(50_000_000).fill(65), false, /50 MB; the limit is 20 MB/],
    ['a large table', new Uint8Array(200_000_001).fill(65), true, /200\.0 MB; the limit is 200 MB/],
  ])('%s', (_, bytes, rows, problem) => {
    const result = readText(bytes, rows)
    expect(result).toEqual({ problem: expect.stringMatching(problem), hint: expect.stringMatching(/\w{3}/) })
  })
})

test.each([
  ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a\u0000b\u0007c', 'a\ufffdb\ufffdc'],
  ['a\ud800b', 'a\ufffdb'],
  ['flag \ud83c\uddf8', 'flag \ud83c\uddf8'],
  ['abc\u202etxt\u202c', 'abctxt'],
  ['Pu\u200btin\u00ad', 'Putin'],
  ['tab\tstays', 'tab\tstays'],
])('clean(%j)', (dirty, cleaned) => {
  expect(clean(dirty)).toBe(cleaned)
})
