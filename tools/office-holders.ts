/**
 * Makes codebook/office-holders/public.tsv from public tables of leaders: `tsx tools/office-holders.ts --data DIR`.
 * Sources: Archigos 4.1 (leaders of states to 2015), the CIA World Factbook of 2026 (public domain), and the
 * dictionaries of actors of Phoenix (MIT).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEngine } from '../src/app/engine.js'
import { packageRoot } from '../src/app/paths.js'
import type { Holder } from '../src/reading/holders.js'
import { squeeze } from '../src/reading/names-lexicon.js'

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } })
const { lexicon } = openEngine({ codebookDirs: [] }).reading
/** Older leaders are not in the news. */
const EARLIEST = 1945

const stateNamed = (name: string): string | null =>
  lexicon.entries.get(squeeze(name))?.find((e) => e.kind === 'state')?.country ?? null

const rowsOf = (path: string, separator: string): Record<string, string>[] => {
  const [head, ...rows] = readFileSync(join(values.data, path), 'latin1').trim().split(/\r?\n/)
  const keys = head!.split(separator)
  return rows.map((row) => Object.fromEntries(row.split(separator).map((cell, i) => [keys[i]!, cell])))
}

/** States whose name in the Correlates of War is not how news name them. */
const RENAMED: Readonly<Record<string, string>> = {
  'German Federal Republic': 'DEU',
  'German Democratic Republic': 'DDR',
  Yugoslavia: 'YUG',
  Czechoslovakia: 'CSK',
  'East Timor': 'TLS',
  'Democratic Republic of the Congo': 'COD',
  Congo: 'COG',
  'Yemen Arab Republic': 'YEM',
  Macedonia: 'MKD',
  Swaziland: 'SWZ',
}

/** Russia is the Soviet Union until 1991. */
const inTime = (country: string, to: number): string =>
  country === 'RUS' && to <= 1991 ? 'SUN' : country === 'YUG' && to > 2003 ? 'SRB' : country

function archigos(): Holder[] {
  const states = new Map(
    rowsOf('places/cow/states/COW/states2016.csv', ',').map((r) => [
      r.ccode!,
      RENAMED[r.statenme!] ?? stateNamed(r.statenme!),
    ]),
  )
  const terms = new Map<string, { country: string; name: string; from: number; to: number }>()
  for (const row of rowsOf('places/cow/leaders/archigos/arch_annual.txt', '\t')) {
    const country = states.get(row.ccode!)
    const page = /\/resource\/(.+)$/.exec(row['dbpedia.uri'] ?? '')?.[1]
    if (!country || !page) continue
    const name = decodeURIComponent(page)
      .replace(/_/g, ' ')
      .replace(/ \(.*\)$|,.*$/, '')
    const [from, to] = [Number(row.startdate!.slice(0, 4)), Number(row.enddate!.slice(0, 4))]
    const key = `${row.leadid}`
    const known = terms.get(key)
    terms.set(key, {
      country,
      name,
      from: Math.min(from, known?.from ?? from),
      to: Math.max(to, known?.to ?? to),
    })
  }
  return [...terms.values()]
    .filter((t) => t.to >= EARLIEST && t.name.includes(' '))
    .map(({ country, name, from, to }) => ({
      country: inTime(country, to),
      names: [name],
      from,
      // The table ends in 2015: who led then led on.
      to: to >= 2015 ? null : to,
      office: 'leader',
      source: 'Archigos',
    }))
}

const TITLES =
  /^(?:Acting|Interim|Transitional|Transition|President|Vice|Prime|Deputy|First|Minister|Chancellor|King|Queen|Emperor|Sultan|Amir|Emir|Crown|Prince|Princess|Grand|Duke|Captain|General|Gen\.|Gen|Lt\.|Col\.|Colonel|Dr\.|Sir|Dame|Premier|Chairman|Chairperson|Supreme|Leader|Governor-General|Governor|Commander|Administrator|Chief|State|Affairs|Commission|Council|Taoiseach|Pope|Cardinal|Archbishop|Field|Marshal|Ayatollah|Sheikh|Sheikha|Shaykh|Haji|Tuan|Mullah|Mr\.|Mrs\.|Ms\.|Brig\.|Maj\.|Brigadier|Major|Army|Sovereign|Council|of|the|and|ad|interim)\s+/u

const cased = (word: string): string =>
  word === word.toUpperCase() && word.length > 2
    ? word.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (c) => c.toUpperCase())
    : word

function factbook(): Holder[] {
  const folder = join(values.data, 'places/factbook')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) =>
    /\/..\.json$/.test(f),
  )
  return files.flatMap((file) => {
    const { Government: government } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const country = stateNamed(government?.['Country name']?.['conventional short form']?.text ?? '')
    const branch = government?.['Executive branch'] ?? {}
    const text = ['chief of state', 'head of government'].map((k) => branch[k]?.text ?? '').join('; ')
    if (!country || country === '') return []
    return [
      ...text.matchAll(
        /(?:^|[;>(]|\bby\b|represented by)\s*([\p{L}][\p{L}.'’ -]+?)\s*\(since (?:\d+ )?(?:\p{L}+ )?(\d{4})\)/gu,
      ),
    ].map(([, words, since]): Holder => {
      let name = words!
      while (TITLES.test(name)) name = name.replace(TITLES, '')
      return {
        country,
        names: [name.split(' ').map(cased).join(' ')],
        from: Number(since),
        to: null,
        office: 'head of state or government',
        source: 'World Factbook 2026',
      }
    })
  })
}

const ACTING = /^([A-Z]{3})(GOV|MIL|LEG|OPP|ELI|SPY|JUD)/
const PARTICLES = new Set([
  'al',
  'bin',
  'ibn',
  'bint',
  'de',
  'da',
  'do',
  'dos',
  'van',
  'von',
  'der',
  'el',
  'ould',
  'abu',
])
const TITLED =
  /^(PRESIDENT|PRIME|MINISTER|FOREIGN|GENERAL|KING|QUEEN|SENATOR|MR|THE|SHEIKH|CHANCELLOR|SECRETARY|VICE|FORMER|DEFENSE|DEFENCE|PREMIER|COLONEL|AMBASSADOR|GOVERNOR|CROWN|EMIR|SULTAN|LEADER|U\.?S\.?|US|CHAIRMAN|DEPUTY|PRINCE|DR)\b/

const yearIn = (digits: string): number =>
  digits.length === 8
    ? Number(digits.slice(0, 4))
    : Number(digits.slice(0, 2)) + (digits >= '40' ? 1900 : 2000)

const spelled = (name: string): string =>
  name
    .toLowerCase()
    .split(' ')
    .map((w, i) => (i > 0 && PARTICLES.has(w) ? w : w.replace(/(^|[-'.])\p{L}/gu, (c) => c.toUpperCase())))
    .join(' ')

function phoenix(): Holder[] {
  const text = readFileSync(join(values.data, 'names/phoenix_leader_alias_groups.jsonl'), 'utf8')
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { names, codes } = JSON.parse(line) as { names: string[]; codes: string[] }
      const kept = names.filter((n) => /^\p{L}[\p{L}.' -]+ [\p{L}.' -]+$/u.test(n) && !TITLED.test(n))
      const acting = codes.filter((c) => ACTING.test(c))
      const countries = new Set(acting.map((c) => c.slice(0, 3)))
      const [country] = countries
      if (
        !kept.length ||
        countries.size !== 1 ||
        acting.length < codes.length ||
        !lexicon.states.has(country!)
      )
        return []
      const dates = acting.flatMap((c) => [...c.matchAll(/\d{6,8}/g)].map((m) => yearIn(m[0])))
      const ends = acting.every((c) => /\d-\d|<\d/.test(c))
      return [
        {
          country: country!,
          names: kept.map(spelled),
          from: dates.length ? Math.min(...dates) : null,
          to: ends && dates.length ? Math.max(...dates) : null,
          office: 'in office',
          source: 'Phoenix',
        },
      ]
    })
}

const cells = ({ country, names, from, to, office, source }: Holder): string =>
  [country, names[0], names.slice(1).join('|'), from ?? '', to ?? '', office, source].join('\t')

const HEAD = `# Who has held a public office of a state, when: state, name, other spellings, from, to, office, source.
# Made by tools/office-holders.ts from Archigos 4.1 (leaders to 2015), the CIA World Factbook of 2026 (public domain)
# and the Phoenix dictionaries of actors (MIT). Used only where a report does not say itself whose official somebody is.
`
const lines = [...new Set([...archigos(), ...factbook(), ...phoenix()].map(cells))].sort()
writeFileSync(join(packageRoot, 'codebook/office-holders/public.tsv'), `${HEAD}${lines.join('\n')}\n`)
process.stderr.write(`${lines.length} lines\n`)
