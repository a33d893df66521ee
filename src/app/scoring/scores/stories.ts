import type { Event } from '../../../types.js'
import { openEngine } from '../../engine.js'
import { oneStory } from '../../one-story.js'
import { statesOf } from '../examples.js'
import { type Fit, fitted } from '../fitting.js'
import { type GoldStory, readStories } from '../gold/stories.js'
import type { Figure, Item, Sample, Score } from '../score.js'
import { answer, NOTHING } from '../tallies.js'

const figure = (name: string, formula: Figure['formula'], of: string): Figure => ({
  name,
  formula,
  of,
  goal: null,
  beside: null,
})
const FIGURES: readonly Figure[] = [
  figure('found', 'recall', 'found'),
  figure('whole', 'recall', 'whole'),
  figure('precision', 'precision', 'found'),
]

const lineOf = ({ event, actor, recipient, date, summary }: Event): string =>
  `${event} ${statesOf(actor) || '-'} > ${statesOf(recipient) || '-'} ${date ?? 'undated'}: ${summary}`

function missOf({ gold, event, wrong }: Fit): string | null {
  if (event === null)
    return `${gold.id}: not found (${gold.event.join(' or ')} ${gold.actor.join('+')} > ${gold.recipient.join('+') || '-'})`
  return wrong.length ? `${gold.id}: wrong ${wrong.join(', ')}: ${lineOf(event)}` : null
}

const rowItem = (fit: Fit): Item => ({
  key: JSON.stringify(fit.gold),
  half: 'all',
  tallies: {
    found: { ...answer(fit.event !== null), found: Number(fit.event !== null) },
    whole: answer(fit.event !== null && fit.wrong.length === 0),
  },
  miss: missOf(fit),
})

/** A record that no gold event calls for is no item of the set, but counts against precision. */
const extraItem = (event: Event): Item => ({
  key: null,
  half: 'all',
  tallies: { found: { ...NOTHING, found: 1 } },
  miss: `extra: ${lineOf(event)}`,
})

function sampleOf({ name, files, codebookDirs, rows }: GoldStory): Sample {
  const { merged } = oneStory(openEngine({ codebookDirs }), files)
  const { fits, extra } = fitted(rows, merged.events)
  const asked = fits.filter(({ gold }) => !gold.optional)
  return { set: name, figures: FIGURES, items: [...asked.map(rowItem), ...extra.map(extraItem)] }
}

/** The two stories of examples/, through the whole flow. */
export const stories: Score = {
  name: 'stories',
  about:
    'The two stories of examples/ through the whole flow as one story each, against events that were written down before looking at what is coded. Found: right type, exactly the right states on each side, told by one of the right reports; whole: the date, aux, background and the set of reports are right as well.',
  needs: [],
  measure: async () => readStories().map(sampleOf),
}
