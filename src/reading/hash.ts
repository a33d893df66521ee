/** 32-bit hashing of features: no strings in the hot loop, no table of names in the weights. */

function finish(h: number): number {
  let x = h
  x ^= x >>> 15
  x = Math.imul(x, 0x2c1b3c6d)
  x ^= x >>> 13
  return x | 0
}

/** Hash of a string; the empty string gives a fixed value. */
export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return finish(h)
}

/** Feature `template` filled with one value. */
export function hash1(template: number, a: number): number {
  return finish(Math.imul(template, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b))
}

/** Feature `template` filled with two values, in order. */
export function hash2(template: number, a: number, b: number): number {
  return hash1(template, Math.imul(a, 0xc2b2ae35) + b)
}

/** Feature `template` filled with three values, in order. */
export function hash3(template: number, a: number, b: number, c: number): number {
  return hash2(template, Math.imul(a, 0x27d4eb2f) + b, c)
}

/** Feature `template` filled with four values, in order. */
export function hash4(template: number, a: number, b: number, c: number, d: number): number {
  return hash3(template, Math.imul(a, 0x165667b1) + b, c, d)
}
