import { clusterLinked } from '../../../merging/linked.js'
import { findLinks } from '../../../merging/links.js'
import { dayOf, type Profile, profileOf } from '../../../merging/profiles.js'
import { findStories } from '../../../merging/stories.js'
import { worthOf } from '../figures.js'
import { type Filed, readFiled, STORIES } from '../gold/allsides.js'
import { half } from '../halves.js'
import { randomFrom, shuffled } from '../random.js'
import type { Item, Sample, Score } from '../score.js'
import { BASELINE_WINDOW, cosines, tfIdf } from '../tf-idf.js'

type Clusters = readonly (readonly string[])[]

const F1 = { formula: 'f1', of: 'b-cubed' } as const
const ORDERS = [1, 2, 3, 4, 5]
/** Thresholds that the other method is tuned over. */
const THRESHOLDS = Array.from({ length: 20 }, (_, i) => 0.12 + i * 0.02)

/** B-cubed (Bagga and Baldwin 1998): an item adds the share of its cluster and the share of its story that are both. */
function itemsOf(filed: readonly Filed[], clusters: Clusters): Item[] {
  const cluster = new Map(clusters.flatMap((c) => c.map((id) => [id, c] as const)))
  const storyOf = new Map(filed.map((f) => [f.report.id, f.story]))
  const sizes = new Map<string, number>()
  for (const { story } of filed) sizes.set(story, (sizes.get(story) ?? 0) + 1)
  return filed.map(({ report, story }) => {
    const found = cluster.get(report.id)!
    const same = found.filter((id) => storyOf.get(id) === story).length
    const right = same === found.length && same === sizes.get(story)
    return {
      key: JSON.stringify([report.id, story]),
      half: half(story),
      tallies: {
        'b-cubed': { found: 1, correct: same / found.length, gold: 1, covered: same / sizes.get(story)! },
      },
      miss: right ? null : `${report.title?.value}: ${same} of its ${sizes.get(story)} among ${found.length}`,
    }
  })
}

const on = (part: Item['half'], items: readonly Item[]): number =>
  worthOf(
    F1,
    items.filter((item) => item.half === part),
  )

/** Cosines of TF-IDF vectors within three days, average linkage, the threshold that is best on the one half. */
function baseline(filed: readonly Filed[]): string {
  const days = filed.map((f) => dayOf(f.report))
  const edges = cosines(tfIdf(filed), days)
  const items = THRESHOLDS.map((threshold) => {
    const groups = clusterLinked(days, edges, threshold, () => true)
    return itemsOf(
      filed,
      groups.map((group) => group.map((i) => filed[i]!.report.id)),
    )
  })
  const best = items.reduce((a, b) => (on('tune', b) > on('tune', a) ? b : a))
  return `TF-IDF within ${BASELINE_WINDOW} days, tuned, in the same run ${on('test', best).toFixed(3)}`
}

/** @throws when the order of arrival makes a difference, which it never may */
function storiesOf(filed: readonly Filed[], profiles: readonly Profile[]): Clusters {
  const result = (order: readonly number[]) =>
    findStories(
      order.map((i) => filed[i]!.report),
      findLinks(order.map((i) => profiles[i]!)),
    )
  const stories = result([...filed.keys()])
  for (const seed of ORDERS)
    if (JSON.stringify(result(shuffled([...filed.keys()], randomFrom(seed)))) !== JSON.stringify(stories))
      throw new Error(`the stories are others in the order of seed ${seed}`)
  return stories.map((s) => s.reports)
}

/** Average linkage holds few reports back, so precision and recall are shown beside their mean. */
function sampleOf(set: string, goal: number, filed: readonly Filed[], profiles: readonly Profile[]): Sample {
  const items = itemsOf(filed, storiesOf(filed, profiles))
  return {
    set,
    figures: [
      { name: 'B-cubed F1', ...F1, goal, beside: baseline(filed) },
      { name: 'B-cubed precision', formula: 'precision', of: 'b-cubed', goal: null, beside: null },
      { name: 'B-cubed recall', formula: 'recall', of: 'b-cubed', goal: null, beside: null },
    ],
    items,
  }
}

/** Which reports carry the same news. */
export const sameStory: Score = {
  name: 'same-story',
  about:
    'Reports of all stories of the set mixed, and of those with a topic of foreign affairs mixed, by their words and days alone; how many reports a story has is not used. The threshold was tuned on the half called tune. The reports come in five random orders as well, which must give the same stories.',
  needs: [STORIES],
  measure: async (lab) => {
    const filed = readFiled(lab.data!)
    const rules = lab.engine().merging
    const profiles = filed.map((f) => profileOf(f.report, [], rules))
    const foreign = filed.flatMap((f, i) => (f.foreign ? [i] : []))
    return [
      sampleOf('AllSides, all stories', 0.85, filed, profiles),
      sampleOf(
        'AllSides, foreign affairs',
        0.87,
        foreign.map((i) => filed[i]!),
        foreign.map((i) => profiles[i]!),
      ),
    ]
  },
}
