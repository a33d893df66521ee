import { copyingOf } from '../../merging/origins.js'
import type { Block, Report } from '../../types.js'
import { safe } from './safe.js'

/** Letters shown of a paragraph. */
const SHOWN = 60

const nameOf = ({ outlet, file }: Report): string => safe(outlet?.value ?? file)

function beginning({ text }: Report, { start, end }: Block): string {
  const words = safe(text.slice(start, end)).replace(/\s+/g, ' ')
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words
}

const lines = (head: string, report: Report, blocks: readonly Block[]): string[] =>
  blocks.length ? [`  ${head}`, ...blocks.map((block) => `    “${beginning(report, block)}”`)] : []

/** Which paragraphs of a report stand in another of its origin, and which that one leaves out. */
export function renderCopying(report: Report, other: Report): string {
  const { kept, leftOut } = copyingOf(report, other)
  const all = kept.length + leftOut.length
  return [
    `${nameOf(other)} has ${kept.length} of its ${all} paragraphs:`,
    ...lines(
      'in both',
      report,
      kept.map(({ block }) => block),
    ),
    ...lines('left out there', report, leftOut),
  ].join('\n')
}
