import { expect, it } from 'vitest'
import { read } from '../../../test/reading/invented.js'
import { statesAbout } from './about.js'

it.each([
  ['Arvenia banned grain from Corvia. Corvia protested. Ships wait in Dremland.', ['XAR', 'XCV']],
  ['Corvian ships sailed.', ['XCV']],
  ['Ships sailed.', []],
])('%s', (text, codes) => {
  expect(statesAbout(read(text).names)).toEqual(codes)
})
