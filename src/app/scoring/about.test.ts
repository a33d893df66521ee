import { expect, it } from 'vitest'
import { read } from '../../../test/reading/invented.js'
import { statesAbout } from './about.js'

it.each<[string, string[], number]>([
  ['Arvenia banned grain from Corvia. Corvia protested. Ships wait in Dremland.', ['XAR', 'XCV'], 0],
  ['Arvenia banned grain from Corvia. Ships wait in Dremland.', ['XAR', 'XCV'], 33],
  [`${'Arvenia voted. '.repeat(9)}Corvia and Dremland paid. Corvia left.`, ['XAR'], 0],
  ['Corvian ships sailed.', ['XCV'], 0],
  ['Ships sailed.', [], 0],
])('%s', (text, codes, titleEnd) => {
  expect(statesAbout(read(text).names, titleEnd)).toEqual(codes)
})
