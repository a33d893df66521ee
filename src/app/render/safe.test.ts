import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safe } from './safe.js'

describe('safe', () => {
  it.each([
    ['colour', 'a\u001b[31mred\u001b[0m', 'ared'],
    ['clear screen and move', '\u001b[2J\u001b[1;1Hgone', 'gone'],
    ['window title', '\u001b]0;owned\u0007text', 'text'],
    ['link', '\u001b]8;;http://x.test\u001b\\click\u001b]8;;\u001b\\', 'click'],
    ['8-bit commands', '\u009b31mred\u009d0;t\u009cx', 'redx'],
    ['device strings', '\u001bPq#0\u001b\\x', 'x'],
    ['reset', '\u001bcx', 'x'],
    ['bell, backspace, NUL, delete', 'a\u0007b\u0008c\u0000d\u007f', 'abcd'],
    ['line breaks and tabs', 'a\r\nb\tc\u2028d', 'a b c d'],
    ['direction overrides and isolates', 'a\u202eb\u202c\u2066c\u2069', 'abc'],
    ['hidden letters', 'a\u200bb\ufeffc\u{e0041}', 'abc'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['piled marks', `a${'\u0301'.repeat(50)}`, `a${'\u0301'.repeat(4)}`],
    ['nothing to do', 'Тест, 東京, القاهرة, naïve 👩‍🚀', 'Тест, 東京, القاهرة, naïve 👩‍🚀'],
  ])('%s', (_, text, expected) => {
    expect(safe(text)).toBe(expected)
  })

  it('leaves no command, break or turn of direction in any text', () => {
    const letter = fc.constantFrom(
      '\u001b',
      '\u009b',
      '[',
      ']',
      '3',
      'm',
      ';',
      '\u0007',
      '\n',
      '\u202e',
      'a',
      '\\',
      'P',
    )
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        expect(safe(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
      }),
    )
  })
})
