import type { Block, Report } from '../../types.js'

/** A title and paragraphs as a report. */
export function madeReport(
  id: string,
  { title, text, day, source }: { title: string; text: string; day: string | null; source: string },
): Report {
  const whole = `${title}\n\n${text}`
  const blocks: Block[] = [{ kind: 'title', start: 0, end: title.length }]
  for (const found of whole.slice(title.length).matchAll(/[^\n]+/g)) {
    const start = title.length + found.index
    blocks.push({ kind: 'paragraph', start, end: start + found[0].length })
  }
  const said = (value: string) => ({ value, span: null })
  return {
    ...{
      id,
      hash: id,
      file: id,
      url: null,
      outlet: said(source),
      agency: null,
      author: null,
      dateline: null,
    },
    ...{ title: said(title), published: day ? said(day) : null, language: 'en', text: whole, blocks },
  }
}
