import { describe, expect, it } from 'vitest'
import type { Entity } from '../types.js'
import { isDescribed, withoutDescribed } from './described.js'

const person = (name: string, country: string, office: string): Entity => ({
  id: `person:${name}`,
  name,
  names: [name],
  kind: 'person',
  country,
  office,
})

describe('who is described by an office', () => {
  const named = person('Ivan Orlov', 'XAR', 'leader')
  const described = person('Arvenian leader', 'XAR', 'leader')

  it('is the one who is named with it', () => {
    expect(isDescribed(described, named)).toBe(true)
    expect(withoutDescribed([described, named])).toEqual([named])
  })

  it.each([
    ['another office', person('Nina Sel', 'XAR', 'minister')],
    ['another state', person('Nina Sel', 'XBO', 'leader')],
    ['another description', person('Arvenian strongman', 'XAR', 'leader')],
  ])('is nobody of %s', (_, other) => expect(withoutDescribed([described, other])).toHaveLength(2))

  it('may be a group of the same state that is called by more', () => {
    const group = (name: string, country: string): Entity => ({ ...person(name, country, ''), kind: 'group' })
    const [bare, full] = [group('forces', 'XBO'), group('Bolandian forces', 'XBO')]
    expect(withoutDescribed([full, bare])).toEqual([full])
    expect(withoutDescribed([full, group('forces', 'XAR')])).toHaveLength(2)
    expect(withoutDescribed([full, group('armed troops', 'XBO')])).toHaveLength(2)
  })
})
