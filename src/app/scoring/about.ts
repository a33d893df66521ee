import type { Name } from '../../types.js'

/**
 * The states that a report is about: the one it names first, and those it names more than once. What is named once
 * in passing is told of, and not what the report is about.
 * @param names what findNames returned, in the order of the text
 * @returns codes in the order in which the text first names them
 * @example a report "Arvenia bans Corvian grain. … Corvia … Dremland" is about XAR and XCV
 */
export function statesAbout(names: readonly Name[]): string[] {
  const counts = new Map<string, number>()
  for (const { country } of names) if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts].filter(([, times], i) => i === 0 || times > 1).map(([code]) => code)
}
