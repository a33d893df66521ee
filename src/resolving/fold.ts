/** A text without case, accents and punctuation, for looking names up. @example fold('São Tomé') // 'sao tome' */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
