import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SAME_NAME, similarNames } from './similarity.js'
import { similarOrganisations } from './similarity-organisations.js'
import { parseNameRules } from './similarity-rules.js'

const path = new URL('../../codebook/romanisation.yaml', import.meta.url)
const rules = parseNameRules({ name: 'romanisation.yaml', text: readFileSync(path, 'utf8') })
const like = (a: string, b: string) => similarNames(a, b, rules)

describe('spellings of one name', () => {
  it.each([
    ['Sergey Lavrov', 'Сергей Лавров'],
    ['Sergei Shoigu', 'Sergey Shoygu'],
    ['Aleh Ramanau', 'Oleg Romanov'],
    ['Volodymyr Zelensky', 'Володимир Зеленський'],
    ['Sergey Viktorovich Lavrov', 'Sergei Lavrov'],
    ['Choe Son Hui', 'Choi Sun-hee'],
    ['Kim Jong Un', 'Jong-un Kim'],
    ['Kim Jong Un', 'Kim Jongun'],
    ['Kim Jong Un', '김정은'],
    ['Ri Yong Ho', 'Lee Yong-ho'],
    ['Mao Tse-tung', 'Mao Zedong'],
    ['Xi Jinping', 'Xi Jin-ping'],
    ['Muammar Gaddafi', 'Moammar al-Qaddafi'],
    ['Mohammed bin Salman', 'Muhammad ibn Salman'],
    ['Abdel Fattah el-Sisi', 'Abdul Fattah al-Sisi'],
    ['Abd al-Aziz al-Nuri', 'Abdulaziz Nuri'],
    ['Joe Biden', 'J. Biden'],
    ['Jean-Claude Juncker', 'JC Juncker'],
    ['Edward (Ted) Heath', 'Ted Heath'],
    ['William Hague', 'Bill Hague'],
    ['Heath, Edward', 'Edward Heath'],
    ['Recep Tayyip Erdoğan', 'President Erdogan'],
    ['Lars Løkke', 'Lars Lokke'],
    ['Ursula von der Leyen', 'Ursula Leyen'],
    ['Boris Johnson', 'Boris Jonson'],
    ['Bashar al-Assad', 'Assad'],
  ])('%s, %s', (a, b) => {
    expect(like(a, b).score, like(a, b).rule).toBeGreaterThanOrEqual(SAME_NAME)
    expect(like(b, a).score).toBeGreaterThanOrEqual(SAME_NAME)
  })
})

describe('different names', () => {
  it.each([
    ['Kim Jong Un', 'Kim Jong Il'],
    ['Park Geun-hye', 'Park Chung-hee'],
    ['Zhang Wei', 'Chang Wei'],
    ['Michel Aoun', 'Joseph Aoun'],
    ['Hafez al-Assad', 'Bashar al-Assad'],
    ['George W. Bush', 'George H. W. Bush'],
    ['John Smith Jr.', 'John Smith, Sr.'],
    ['Salman bin Muhammad', 'Muhammad bin Salman'],
    ['Sergey Viktorovich Lavrov', 'Sergey Borisovich Lavrov'],
    ['Raúl Castro', 'Fidel Castro'],
    ['A. Nazarbayev', 'Nursultan Nazarbayev'],
    ['N.N.', 'Nursultan Nazarbayev'],
    ['', 'Vladimir Putin'],
  ])('%s, %s', (a, b) => {
    expect(like(a, b).score, like(a, b).rule).toBeLessThan(SAME_NAME)
  })
})

describe('why', () => {
  it.each([
    ['Sergey Viktorovich Lavrov', 'Sergey Lavrov', "same letters, father's name left out", true],
    ['Kim Jong Un', 'Jong-un Kim', 'same syllables in Korean spelling', true],
    ['Vladimir Putin', 'Putin', 'surname only', false],
    ['Mao Tse-tung', 'Mao Zedong', 'pinyin and Wade-Giles', true],
    ['J. Biden', 'Joe Biden', 'initial', false],
    ['Michelle', 'Michelle Obama', 'first word only', false],
  ])('%s, %s: %s', (a, b, rule, whole) => expect(like(a, b)).toMatchObject({ rule, whole }))
})

describe('organisations', () => {
  it.each([
    ['Siemens AG', 'Siemens Aktiengesellschaft', true],
    ['U.S. Department of State', 'United States Department of State', true],
    ['World Health Organisation', 'World Health Organization', true],
    ['OAO Gazprom', 'Gazprom JSC', true],
    ['Deutsche Bank AG', 'Deutsche Bank GmbH', false],
    ['Government of Estonia', 'Government of Ethiopia', false],
    ['Brigade 44', 'Brigade 45', false],
  ])('%s, %s: %s', (a, b, same) => expect(similarOrganisations(a, b, rules).score >= SAME_NAME).toBe(same))
})

it('names the file and the field that is wrong', () => {
  expect(() => parseNameRules({ name: 'mine.yaml', text: 'source: me' })).toThrow(/mine\.yaml: letters/)
})
