import type { StoredReport } from '../../../store/index.js'
import type { Block } from '../../../types.js'
import { safe } from '../../render/index.js'
import { reportName } from '../../render/words.js'
import { href } from '../links.js'
import { Letter, When } from '../parts/words.js'
import { anchorOf, type Marking, markingsOf, originsOf, type StoryModel } from './model.js'
import { type Segment, segmentsOf } from './segments.js'

/** The reports' texts in columns beside the points; a copy is folded under the text that it repeats. */
export function Texts({ model }: { model: StoryModel }) {
  return (
    <section class="texts" aria-label="The reports' texts" tabindex={0}>
      {originsOf(model).map(({ first, copies }) => (
        <div class="text-column">
          <Text model={model} id={first.id} />
          {copies.map(({ id }) => (
            <details class="copy">
              <summary>
                <Letter letter={model.letters.get(id)!} /> {nameOf(model, id)} – same words; show its text
              </summary>
              <Text model={model} id={id} />
            </details>
          ))}
        </div>
      ))}
    </section>
  )
}

function nameOf({ comparison }: StoryModel, id: string): string {
  return reportName(comparison.reports.find((report) => report.id === id)!)
}

function Text({ model, id }: { model: StoryModel; id: string }) {
  const stored = model.stored.get(id)!
  const letter = model.letters.get(id)!
  const { report } = stored
  const isWithdrawn = stored.stand.standing === 'withdrawn'
  return (
    <article
      class={isWithdrawn ? 'text withdrawn' : 'text'}
      data-report={letter}
      lang={report.language ?? undefined}
    >
      <header>
        <Letter letter={letter} />
        <a href={href.report(id)}>
          <bdi>{nameOf(model, id)}</bdi>
        </a>
        <span class="quiet">
          {' '}
          <When date={report.published?.value ?? null} />
          {isWithdrawn && ' · withdrawn: nothing in it counts'}
        </span>
      </header>
      <div class="text-body" dir="auto">
        <Blocks stored={stored} markings={markingsOf(id, model.comparison.points)} letter={letter} />
      </div>
    </article>
  )
}

interface BlocksProps {
  readonly stored: StoredReport
  readonly markings: readonly Marking[]
  readonly letter: string
}

/** A report's text, block by block, with the sentences that tell a point marked and numbered. */
export function Blocks({ stored, markings, letter }: BlocksProps) {
  const { text, blocks } = stored.report
  const seen = new Set<string>()
  return (
    <>
      {blocks.map((block) => (
        <BlockText block={block}>
          {segmentsOf(block, markings).map((segment) => (
            <Piece text={text} segment={segment} letter={letter} seen={seen} />
          ))}
        </BlockText>
      ))}
    </>
  )
}

function BlockText({ block, children }: { block: Block; children: unknown }) {
  if (block.kind === 'title')
    return (
      <p class="headline" dir="auto">
        {children}
      </p>
    )
  return (
    <p class={block.kind === 'paragraph' ? undefined : `aside ${block.kind}`} dir="auto">
      {children}
    </p>
  )
}

interface PieceProps {
  readonly text: string
  readonly segment: Segment<Marking>
  readonly letter: string
  readonly seen: Set<string>
}

function Piece({ text, segment, letter, seen }: PieceProps) {
  const words = safe(text.slice(segment.start, segment.end))
  if (segment.over.length === 0) return <>{words}</>
  const told = pointsOf(segment.over, 'told')
  const differs = pointsOf(segment.over, 'differs')
  const ends = pointsOf(segment.ending, 'told')
  const fresh = told.map((point) => anchorOf(letter, point)).filter((id) => !seen.has(id))
  for (const id of fresh) seen.add(id)
  return (
    <>
      <span
        class={told.length > 0 ? 'told' : undefined}
        data-told={told.join(' ') || undefined}
        data-differs={differs.join(' ') || undefined}
      >
        {fresh.map((id) => (
          <span id={id} class="anchor" />
        ))}
        {words}
      </span>
      {ends.map((point) => (
        <sup>
          <a href={`#p${point}`} aria-label={`point ${point}`}>
            {point}
          </a>
        </sup>
      ))}
    </>
  )
}

function pointsOf(markings: readonly Marking[], kind: Marking['kind']): number[] {
  const points = markings.filter((marking) => marking.kind === kind).map(({ point }) => point)
  return [...new Set(points)].sort((a, b) => a - b)
}
