import type { Score } from './score.js'
import { affair } from './scores/affair.js'
import { countries } from './scores/countries.js'
import { dates } from './scores/dates.js'
import { entities } from './scores/entities.js'
import { examples } from './scores/examples.js'
import { meantime } from './scores/meantime.js'
import { names } from './scores/names.js'
import { pairs } from './scores/pairs.js'
import { quotes } from './scores/quotes.js'
import { reader } from './scores/reader.js'
import { records } from './scores/records.js'
import { sameOrigin } from './scores/same-origin.js'
import { sameStory } from './scores/same-story.js'
import { seeds } from './scores/seeds.js'
import { spellings } from './scores/spellings.js'
import { splitting } from './scores/splitting.js'
import { stories } from './scores/stories.js'
import { types } from './scores/types.js'

/** Every score, in the order in which they are shown. */
export const SCORES: readonly Score[] = [
  examples,
  stories,
  affair,
  seeds,
  reader,
  splitting,
  types,
  pairs,
  records,
  dates,
  quotes,
  names,
  spellings,
  countries,
  entities,
  sameStory,
  sameOrigin,
  meantime,
]
