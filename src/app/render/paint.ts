/** How text is set off. Without colour everything reads the same, and marked words stand in square brackets. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly conflict: (text: string) => string
  readonly agreed: (text: string) => string
  readonly accent: (text: string) => string
  /** Words that differ, inside a sentence. */
  readonly mark: (text: string) => string
}

const plain = (text: string): string => text

/** SGR codes: on, text, off. */
function sgr(on: string, off: string): (text: string) => string {
  return (text) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`)
}

export function makePaint(colour: boolean): Paint {
  if (!colour)
    return {
      bold: plain,
      dim: plain,
      conflict: plain,
      agreed: plain,
      accent: plain,
      mark: (text) => `[${text}]`,
    }
  return {
    bold: sgr('1', '22'),
    dim: sgr('2', '22'),
    conflict: sgr('1;31', '22;39'),
    agreed: sgr('1;32', '22;39'),
    accent: sgr('36', '39'),
    mark: sgr('4;33', '24;39'),
  }
}
