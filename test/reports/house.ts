import { readFileSync } from 'node:fs'
import { type HouseRules, parseHouseRules } from '../../src/reports/rules.js'

const codebook = (name: string) =>
  readFileSync(new URL(`../../codebook/${name}.yaml`, import.meta.url), 'utf8')

/** The codebook that ships, for tests. */
export const house: HouseRules = parseHouseRules({
  outlets: [codebook('outlets')],
  furniture: codebook('furniture'),
  standing: codebook('standing'),
})
