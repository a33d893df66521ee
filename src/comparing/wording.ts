import type { ComparedField } from '../types.js'
import { type Claim, claim, independent, makeField, quoted } from './claims.js'
import { detailsOf, newWords } from './details.js'
import type { Telling } from './tellings.js'
import { foldedWords, sameWords, withoutDeterminer } from './words.js'

/** The words for what was done: beside each other where they differ, and what only one report adds. */
export function compareWordings(tellings: readonly Telling[]): readonly ComparedField[] {
  const topics = tellings.flatMap(topicsOf)
  const apart = topics.filter((one) => !isSaidElsewhere(one, topics))
  const differs = independent(apart) && apart.some((one) => isAlternative(one, apart))
  const details = detailsOf(tellings)
  const wording = differs ? [makeField('wording', 'agree', 'wording', topics)] : []
  const extra = differs ? details : [...lonely(apart, details, tellings), ...details]
  return extra.length > 0 ? [...wording, makeField('detail', 'single', 'extra', extra)] : wording
}

/** What only one report names: more than a word, and not within what is told as a detail of it. */
function lonely(
  topics: readonly Claim[],
  details: readonly Claim[],
  tellings: readonly Telling[],
): readonly Claim[] {
  const isNews = ({ value, telling }: Claim) =>
    foldedWords(value).length > 1 &&
    newWords(
      value,
      tellings.filter(({ voice }) => voice !== telling.voice),
    ) > 0
  return topics.filter(
    (topic) => isNews(topic) && !details.some((detail) => detail.value.includes(topic.value)),
  )
}

function topicsOf(telling: Telling): readonly Claim[] {
  const all = telling.mentions.flatMap((mention) =>
    mention.topic.map(({ end, text }) => {
      const span = quoted(telling, end - withoutDeterminer(text).length, end)
      return claim(telling, foldedWords(span.text).join(' '), span.text, [span])
    }),
  )
  return all.filter((one, i) => one.key !== '' && all.findIndex((other) => other.key === one.key) === i)
}

function isSaidElsewhere(one: Claim, topics: readonly Claim[]): boolean {
  return topics.some(
    (other) => other.telling.voice !== one.telling.voice && sameWords(other.value, one.value),
  )
}

function isAlternative(one: Claim, apart: readonly Claim[]): boolean {
  return apart.some((other) => other.telling.voice !== one.telling.voice)
}
