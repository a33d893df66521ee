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
    ['Aleh Kazlou', 'Oleg Kozlov'],
    ['Volodymyr Zelensky', 'Володимир Зеленський'],
    ['Anton Pavlovich Gromov', 'Anton Gromov'],
    ['Choe Son Hui', 'Choi Sun-hee'],
    ['Kim Jong Un', 'Jong-un Kim'],
    ['Kim Jong Un', 'Kim Jongun'],
    ['Kim Jong Un', '김정은'],
    ['Ri Yong Ho', 'Lee Yong-ho'],
    ['Mao Tse-tung', 'Mao Zedong'],
    ['Xi Jinping', 'Xi Jin-ping'],
    ['Muammar Gaddafi', 'Moammar al-Qaddafi'],
    ['Mohammed bin Tarif', 'Muhammad ibn Tarif'],
    ['Abdel Fattah el-Sisi', 'Abdul Fattah al-Sisi'],
    ['Abd al-Hakim al-Tariq', 'Abdulhakim Tariq'],
    ['Joe Biden', 'J. Biden'],
    ['Jean-Marc Tavel', 'JM Tavel'],
    ['Edward (Ted) Heath', 'Ted Heath'],
    ['William Hague', 'Bill Hague'],
    ['Heath, Edward', 'Edward Heath'],
    ['Ömer Işıldağ', 'President Isildag'],
    ['Lars Løkke', 'Lars Lokke'],
    ['Ursula von der Leyen', 'Ursula Leyen'],
    ['Martin Halloway', 'Martin Haloway'],
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
    ['Tarif bin Muhammad', 'Muhammad bin Tarif'],
    ['Anton Pavlovich Gromov', 'Anton Denisovich Gromov'],
    ['Pablo Rivas', 'Tomás Rivas'],
    ['A. Tursunov', 'Bakhyt Tursunov'],
    ['B.T.', 'Bakhyt Tursunov'],
    ['', 'Vladimir Putin'],
  ])('%s, %s', (a, b) => {
    expect(like(a, b).score, like(a, b).rule).toBeLessThan(SAME_NAME)
  })
})

describe('why', () => {
  it.each([
    ['Anton Pavlovich Gromov', 'Anton Gromov', "same letters, father's name left out", true],
    ['Kim Jong Un', 'Jong-un Kim', 'same syllables in Korean spelling', true],
    ['Vladimir Putin', 'Putin', 'surname only', false],
    ['Mao Tse-tung', 'Mao Zedong', 'pinyin and Wade-Giles', true],
    ['J. Biden', 'Joe Biden', 'initial', false],
    ['Nadia', 'Nadia Brandt', 'first word only', false],
  ])('%s, %s: %s', (a, b, rule, whole) => expect(like(a, b)).toMatchObject({ rule, whole }))
})

describe('organisations', () => {
  it.each([
    ['Tesk Werke AG', 'Tesk Werke Aktiengesellschaft', true],
    ['U.S. Mission to Tesk', 'United States Mission to Tesk', true],
    ['Arvenian Trade Organisation', 'Arvenian Trade Organization', true],
    ['OAO Tesknaft', 'Tesknaft JSC', true],
    ['Kettin Bank AG', 'Kettin Bank GmbH', false],
    ['Government of Arvenia', 'Government of Bolandia', false],
    ['Division 12', 'Division 13', false],
  ])('%s, %s: %s', (a, b, same) => expect(similarOrganisations(a, b, rules).score >= SAME_NAME).toBe(same))
})

it('names the file and the field that is wrong', () => {
  expect(() => parseNameRules({ name: 'mine.yaml', text: 'source: me' })).toThrow(/mine\.yaml: letters/)
})
