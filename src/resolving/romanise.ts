import { fold } from './fold.js'

/**
 * Spellings of one sound, by which romanisations of one name differ: each pair turns the left into the right.
 * Order matters. Sources: BGN/PCGN and Library of Congress against press use for Russian; Revised Romanisation
 * against McCune-Reischauer for Korean; Wade-Giles against pinyin; common Arabic press spellings.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch|shch|tsch/g, 'sh'],
  [/ph(?=[aeiou])/g, 'p'],
  [/th/g, 't'],
  [/kh|ch(?=[lr])/g, 'k'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/c(?=[aourl])/g, 'k'],
  [/ich/g, 'ik'],
  [/oe|oi|oy/g, 'oi'],
  [/(?<=[a-z])(ey|iy|ei|ij|yi|ii|ie|ee)/g, 'i'],
  [/y/g, 'i'],
  [/oo|ou|u/g, 'u'],
  [/w/g, 'v'],
  [/ff?$/g, 'v'],
  [/j(?=[aeu])/g, 'i'],
  [/dzh|dj/g, 'i'],
  [/([a-z])\1+/g, '$1'],
  [/ai/g, 'ai'],
  [/h$/g, ''],
]

/**
 * The name by its sounds rather than its letters, order kept, for ids: the words of one name give one readable id in
 * most spellings. Ids must not change with the codebook, so these rules stand here; whether two names are one is for
 * similarity.ts to say.
 * @example sounds('Sergey') // ['sergi']
 */
export function sounds(name: string): string[] {
  return fold(name)
    .split(' ')
    .filter(Boolean)
    .map((word) => SOUNDS.reduce((w, [from, to]) => w.replace(from, to), word))
}
