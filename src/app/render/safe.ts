/** Terminal commands: CSI, OSC and the other strings with their end, and two-letter escapes, 7-bit and 8-bit. */
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g
/** Marks, embeddings, overrides and isolates of writing direction, and characters that show nothing. */
const HIDDEN =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** More marks on one letter than any language writes would grow over the lines above. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu

/**
 * Report text made safe to print: it cannot send commands to a terminal, turn the writing direction or hide
 * characters. Line breaks and tabs become a space. Every text from a report goes through here before it is shown.
 * @example safe('a\u001b[31mb\u202ec\n') // 'abc '
 */
export function safe(text: string): string {
  return text
    .replace(ESCAPES, '')
    .replace(LINE_BREAKS, ' ')
    .replace(CONTROLS, '')
    .replace(HIDDEN, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(PILED_MARKS, '$1')
}
