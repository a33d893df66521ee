import type { Command } from 'commander'
import { compareStory } from '../../../comparing/index.js'
import type { Store } from '../../../store/index.js'
import type { Comparison, Mention, Report } from '../../../types.js'
import { findInputs } from '../../inputs.js'
import { codeSure, type Flow, isFailure, reportsIn } from '../../record.js'
import { comparisonMarkdown, renderComparison } from '../../render/index.js'
import { compareStored } from '../../stored-story.js'
import { format } from '../arguments.js'
import { type Common, command, openFlow, sayFailure, storyId, UsageError, withRecord } from '../context.js'
import { gathered, look, writeLines } from '../output.js'

interface Options extends Common {
  readonly story?: string
  readonly format: 'table' | 'json' | 'md'
}

export function compareCommand(): Command {
  return command(
    'compare',
    'compare the reports of one story point by point',
    'compare one.txt other.html',
    'compare --story 3f2a --format md > story.md',
  )
    .argument('[path...]', 'reports to compare as one story, without storing them')
    .option('--story <id>', 'a story of the record instead')
    .addOption(format('table', 'json', 'md'))
    .action(compare)
}

async function compare(paths: string[], options: Options): Promise<void> {
  if (paths.length > 0 === Boolean(options.story))
    throw new UsageError('compare takes either paths or --story ID', 'see rapport compare --help')
  const { story } = options
  const comparison = story
    ? await withRecord(options, (store) => compareOwn(store, story))
    : await compareFiles(paths, options)
  await writeLines(written(comparison, options.format))
}

function written(comparison: Comparison, format: Options['format']): string {
  if (format === 'json') return JSON.stringify(comparison)
  return format === 'md' ? comparisonMarkdown(comparison) : renderComparison(comparison, look())
}

async function compareOwn(store: Store, given: string): Promise<Comparison> {
  const id = await storyId(store, given)
  const stored = await gathered(store.reports({ story: id }))
  return compareStored(id, stored, await gathered(store.events({ story: id })))
}

async function compareFiles(paths: readonly string[], options: Options): Promise<Comparison> {
  const flow = await openFlow(options)
  const found = await findInputs(paths)
  found.failures.forEach(sayFailure)
  const reports = new Map<string, Report>()
  for (const input of found.inputs) {
    const { reports: read, failures } = await reportsIn(flow, input, {})
    failures.forEach(sayFailure)
    for (const report of read) reports.set(report.id, report)
  }
  if (reports.size === 0)
    throw new UsageError('there is no report to compare', 'give the paths of two or more')
  return compareAsOneStory(flow, [...reports.values()])
}

function compareAsOneStory(flow: Flow, reports: readonly Report[]): Comparison {
  const mentions = reports.flatMap((report) => mentionsOf(flow, report))
  const withdrawn = withdrawnAmong(reports)
  const merged = flow.mergeRecord(flow.engine, { reports, mentions, withdrawn }, true)
  const origins = new Map(merged.origins.flatMap(({ id, reports }) => reports.map((report) => [report, id])))
  return compareStory({ id: merged.stories[0]!.id, reports, events: merged.events, origins })
}

/** What says itself that it was withdrawn. */
function withdrawnAmong(reports: readonly Report[]): ReadonlySet<string> {
  return new Set(reports.filter(({ notice }) => notice?.standing === 'withdrawn').map(({ id }) => id))
}

function mentionsOf(flow: Flow, report: Report): readonly Mention[] {
  const coded = codeSure(flow, report)
  if (!isFailure(coded)) return coded.mentions
  sayFailure(coded)
  return []
}
