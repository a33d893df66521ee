/** How many of the codebook's own examples are coded right, by type: `npm run score:examples -- [--errors] [TYPE]`. */

import type { Example } from '../src/coding/codebook.js'
import { codeReport } from '../src/rapport.js'
import type { Mention } from '../src/types.js'
import { inventedEngine, reportOf } from '../test/support.js'

const countries = (list: Mention['actor']): string =>
  [...new Set(list.map((e) => e.country).filter(Boolean))].sort().join('+')
const wanted = (list: readonly string[]): string => [...list].sort().join('+')

/** Right: the type with exactly the right states on both sides; for mutual acts the sides may be joined. */
export function isRight(example: Example, found: readonly Mention[]): boolean {
  const own = found.filter((m) => m.event === example.type)
  if (example.none) return own.length === 0
  return own.some((m) => {
    const both = countries([...m.actor, ...m.recipient])
    if (example.type === 'CONSULT')
      return both === wanted([...new Set([...example.actor, ...example.recipient])])
    return (
      countries(m.actor) === wanted(example.actor) &&
      (example.recipient.length === 0 || countries(m.recipient) === wanted(example.recipient))
    )
  })
}

const show = (m: Mention): string =>
  `${m.event}${m.mode ? `/${m.mode}` : ''}${m.aux ? `(${m.aux})` : ''} ${countries(m.actor)} > ${countries(m.recipient)} [${m.trigger.text}]`

if (process.argv[1]?.endsWith('score-examples.ts')) {
  const engine = inventedEngine()
  const errors = process.argv.includes('--errors')
  const only = process.argv.slice(2).find((a) => /^[A-Z]+$/.test(a))
  let [right, all] = [0, 0]
  for (const [type, rules] of engine.coding.codebook.types) {
    if (only && only !== type) continue
    const results = rules.examples.map((example) => ({
      example,
      found: codeReport(engine, reportOf(example.text)).mentions,
    }))
    const good = results.filter(({ example, found }) => isRight(example, found))
    right += good.length
    all += results.length
    const looks = results.filter((r) => r.example.none)
    process.stdout.write(
      `${type.padEnd(10)} ${String(good.length).padStart(3)} of ${String(results.length).padStart(3)}  (look-alikes ${looks.filter((r) => isRight(r.example, r.found)).length} of ${looks.length})\n`,
    )
    for (const { example, found } of errors ? results.filter((r) => !good.includes(r)) : []) {
      process.stdout.write(
        `   ${example.file}:${example.line} ${example.none ? 'NONE' : `${wanted(example.actor)} > ${wanted(example.recipient)}`}: ${example.text}\n      found: ${found.map(show).join('; ') || 'nothing'}\n`,
      )
    }
  }
  process.stdout.write(`all ${right} of ${all} = ${((100 * right) / Math.max(1, all)).toFixed(1)} %\n`)
}
