import { expect, it } from 'vitest'
import { href, outside, withQuery } from './links.js'

it.each([
  ['https://news.example/a?b=1', 'https://news.example/a?b=1'],
  ['http://news.example', 'http://news.example/'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['\u0001javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['vbscript:x', null],
  ['file:///etc/passwd', null],
  ['//news.example', null],
  ['news.example', null],
  [null, null],
])('a link out: %j', (url, expected) => {
  expect(outside(url)).toBe(expected)
})

it('ids are words of reports, so they are encoded', () => {
  expect(href.entity({ kind: 'person', id: 'person:xar:"><b>/..', country: 'XAR' })).toBe(
    '/entities/person%3Axar%3A%22%3E%3Cb%3E%2F..',
  )
  expect(href.dyad('XBO', 'XAR')).toBe('/dyads/XAR-XBO')
  expect(withQuery('/x', { a: '1&2', b: '', c: undefined })).toBe('/x?a=1%262')
})
