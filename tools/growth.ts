import { madeReport } from '../src/app/scoring/made-report.js'
import { randomFrom, shuffled } from '../src/app/scoring/random.js'
import type { Entity, Mention, Report } from '../src/types.js'

/** A made report with what would be coded from it. */
export interface MadeReport {
  readonly report: Report
  readonly mentions: readonly Mention[]
}

type Random = () => number

const FIRST_DAY = Date.UTC(2010, 0, 1) / 86_400_000
const STATES = 60
/** Persons that act for a state in one year. */
const PERSONS = 12
const TYPES = ['CONSULT', 'AGREE', 'SUPPORT', 'AID', 'ACCUSE', 'REJECT', 'THREATEN', 'ASSAULT'] as const
const SYLLABLES =
  'ba ber dol dra fen gar hol jor kal kun lan lor mar mir nor pel ran rod sal sten tam tor vel vin yar zan'.split(
    ' ',
  )

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!
const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

function word(random: Random, syllables: number): string {
  const text = Array.from({ length: syllables }, () => pick(SYLLABLES, random)).join('')
  return text[0]!.toUpperCase() + text.slice(1)
}

/** XAA to XZZ are free for invented states. */
const codeOf = (state: number): string =>
  `X${String.fromCharCode(65 + Math.floor(state / 26), 65 + (state % 26))}`

function stateOf(state: number): Entity {
  const [code, name] = [codeOf(state), word(randomFrom(state + 1), 3)]
  return { id: code, name, names: [name], kind: 'state', country: code, office: null }
}

/** One of the persons who act for a state in a year; a few go each year and others come. */
function personOf(state: number, year: number, seat: number): Entity {
  const since = year - ((year + seat) % 5)
  const random = randomFrom(state * 100_003 + since * 101 + seat)
  const [name, code] = [`${word(random, 2)} ${word(random, 3)}`, codeOf(state)]
  const id = `person:${code}:${name}`.toLowerCase().replaceAll(' ', '-')
  return { id, name, names: [name], kind: 'person', country: code, office: null }
}

/** News of one day, told by several. */
interface Affair {
  readonly day: number
  readonly words: readonly string[]
  readonly type: (typeof TYPES)[number]
  readonly parties: readonly [Entity, Entity]
  readonly states: readonly [Entity, Entity]
}

function affairOf(day: number, vocabulary: readonly string[], random: Random): Affair {
  const [a, b] = shuffled([...Array(STATES).keys()], random) as [number, number]
  const year = Number(dayText(day).slice(0, 4))
  const seat = () => Math.floor(random() * PERSONS)
  return {
    day,
    words: Array.from({ length: 25 }, () => pick(vocabulary, random)).concat(
      word(random, 4),
      word(random, 4),
    ),
    type: pick(TYPES, random),
    parties: [personOf(a, year, seat()), personOf(b, year, seat())],
    states: [stateOf(a), stateOf(b)],
  }
}

function sentence(affair: Affair, common: readonly string[], random: Random): string {
  const words = Array.from({ length: 18 }, () => pick(random() < 0.35 ? affair.words : common, random))
  return `${pick(affair.parties, random).name} ${words.join(' ')} ${pick(affair.states, random).name}.`
}

function mentionOf(report: Report, affair: Affair, n: number, given: Partial<Mention>): Mention {
  const { start, end } = report.blocks[n + 1]!
  const text = report.text.slice(start, end)
  const date = dayText(affair.day)
  return {
    ...{ id: `${report.id}-${n}`, report: report.id, file: report.file, start, end, text },
    ...{ event: affair.type, mode: null, context: [], aux: null, background: false },
    ...{ date, date_from: 'publication', date_text: null, dating: null, event_loc: null, quote: [] },
    confidence: 1,
    ...{ actor: [affair.states[0], affair.parties[0]], recipient: [affair.states[1], affair.parties[1]] },
    ...{
      recipient_from: 'said',
      stance: null,
      numbers: [],
      attribution: null,
      claimed_by: [],
      denied_by: [],
    },
    ...{ trigger: { start, end: start + 4, text: text.slice(0, 4), lemma: 'act' }, topic: [], evidence: [] },
    coder: { reader: 'made', codebook: 'made' },
    ...given,
  }
}

function told(
  affair: Affair,
  id: string,
  copied: string | null,
  common: readonly string[],
  random: Random,
): MadeReport {
  const lines = Array.from({ length: 6 }, () => sentence(affair, common, random))
  const text = copied ?? lines.join('\n')
  const report = madeReport(id, {
    title: affair.words.slice(0, 5).join(' '),
    text,
    day: dayText(affair.day),
    source: id,
  })
  const year = `${Number(dayText(affair.day).slice(0, 4)) - 1}`
  const earlier = { event: 'AGREE', background: true, date: year, date_from: 'said' } as const
  const mentions = [mentionOf(report, affair, 0, {}), mentionOf(report, affair, 1, { event: 'STATEMENT' })]
  return {
    report,
    mentions: random() < 0.3 ? [...mentions, mentionOf(report, affair, 2, earlier)] : mentions,
  }
}

/**
 * Made reports, day after day, without end: each day a number of affairs, each told by one to five reports of which one
 * in five is a copy; every person, state, word and day by the seed.
 * @param vocabulary words, the commonest first
 */
export function* madeReports(
  vocabulary: readonly string[],
  { affairs, seed }: { affairs: number; seed: number },
): Generator<MadeReport> {
  const random = randomFrom(seed)
  const common = vocabulary.slice(0, 800)
  for (let day = FIRST_DAY; ; day++) {
    for (let n = 0; n < affairs; n++) {
      const affair = affairOf(day, vocabulary, random)
      let first: string | null = null
      for (let k = 1 + Math.floor(random() * 5); k > 0; k--) {
        const made: MadeReport = told(
          affair,
          `${seed}-${day}-${n}-${k}`,
          random() < 0.2 ? first : null,
          common,
          random,
        )
        first ??= made.report.text.slice(made.report.blocks[1]!.start)
        yield made
      }
    }
  }
}
