import { InvalidArgumentError } from 'commander'
import { describe, expect, test } from 'vitest'
import { actor, country, dyad, eventType, published, since, until, wholeNumber } from './arguments.js'

describe('what people write becomes what the record holds', () => {
  test.each<[string, (written: string) => unknown, string, unknown]>([
    ['a code', country, 'RUS', 'RUS'],
    ['a code in lower case', country, 'prk', 'PRK'],
    ['a code of two letters', country, 'ru', 'RUS'],
    ['a name', country, 'North Korea', 'PRK'],
    ['an invented state', country, 'XAR', 'XAR'],
    ['two states', dyad, 'RUS, prk', ['RUS', 'PRK']],
    ['a type in lower case', eventType, 'consult', 'CONSULT'],
    ['the first day of a year', since, '2024', '2024-01-01'],
    ['the last day of a year', until, '2024', '2024-12-31'],
    ['the last day of a month', until, '2024-02', '2024-02-29'],
    ['an actor by state', actor, 'Russia', 'RUS'],
    ['an actor by name', actor, ' Choe Son Hui ', 'Choe Son Hui'],
    ['a number', wholeNumber, '12', 12],
    ['a publication day as an outlet writes it', published, '27 October 2025', '27 October 2025'],
  ])('%s', (_, parse, written, value) => {
    expect(parse(written)).toEqual(value)
  })
})

describe('what means nothing is refused', () => {
  test.each<[string, (written: string) => unknown, string]>([
    ['no state', country, 'Atlantis'],
    ['one state', dyad, 'RUS'],
    ['the same state twice', dyad, 'RUS,russia'],
    ['three states', dyad, 'RUS,PRK,CHN'],
    ['no type', eventType, 'MEETING'],
    ['no day of the calendar', since, '2025-02-30'],
    ['no month', since, '2025-13'],
    ['a date in words', until, 'yesterday'],
    ['no whole number', wholeNumber, '0'],
    ['a publication day that could be two', published, '03/04/2025'],
  ])('%s', (_, parse, written) => {
    expect(() => parse(written)).toThrow(InvalidArgumentError)
  })
})
