import type { Name } from '../../types.js'

/** A state named less often than this share of the most named one is told of in passing. */
const SHARE = 0.25

/**
 * The states that a report is about: the one it names first, those in its title, and those it names more than once
 * and not much less often than any other. What is named once in passing is told of, and not what the report is about.
 * @param names what findNames returned, in the order of the text
 * @param titleEnd where the title ends in the text; 0 where there is none
 * @returns codes in the order in which the text first names them
 * @example a report "Arvenia bans Corvian grain. … Corvia … Dremland" is about XAR and XCV
 */
export function statesAbout(names: readonly Name[], titleEnd: number): string[] {
  const counts = new Map<string, number>()
  for (const { country } of names) if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  const titled = new Set(names.filter(({ end }) => end <= titleEnd).map(({ country }) => country))
  const most = Math.max(...counts.values())
  const isAbout = (code: string, times: number) => titled.has(code) || (times > 1 && times >= SHARE * most)
  return [...counts].filter(([code, times], i) => i === 0 || isAbout(code, times)).map(([code]) => code)
}
