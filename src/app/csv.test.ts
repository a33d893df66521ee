import { expect, test } from 'vitest'
import { type Cell, csvRow } from './csv.js'

test.each<[readonly Cell[], string]>([
  [['CONSULT', 2, true, null], 'CONSULT,2,true,'],
  [['a,b', 'say "yes"', 'two\nlines'], '"a,b","say ""yes""","two\nlines"'],
  [[['PRK', 'RUS'], []], 'PRK; RUS,'],
  [['=1+1', '+1', '-x', '@SUM(A1)', '\tx'], "'=1+1,'+1,'-x,'@SUM(A1),'\tx"],
  [['=HYPERLINK("u","v")'], '"\'=HYPERLINK(""u"",""v"")"'],
  [[-4.5, '2025-10-27'], '-4.5,2025-10-27'],
])('%j', (cells, row) => {
  expect(csvRow(cells)).toBe(`${row}\r\n`)
})
