import type { Clue } from '../../../types.js'
import { safe } from '../../render/index.js'
import { signed } from './matrix.js'

const WIDTH = 200
const HEIGHT = 10

/** Clues with their weights, each bar reaching from the sum before it to the sum after it; what weighs nothing below. */
export function Waterfall(props: { clues: readonly Clue[]; total: number }) {
  const { total } = props
  const clues = props.clues.filter(({ weight }) => weight !== 0)
  const still = props.clues.filter(({ weight }) => weight === 0)
  const sums = clues.map((_, i) => clues.slice(0, i + 1).reduce((sum, { weight }) => sum + weight, 0))
  const low = Math.min(0, ...sums)
  const scale = WIDTH / (Math.max(1, total, ...sums) - low)
  return (
    <section class="scroll" tabindex={0} aria-label="Clues">
      <table class="plain waterfall">
        <tbody>
          {clues.map(({ clue, weight, words }, i) => {
            const [from, to] = [sums[i - 1] ?? 0, sums[i]!]
            return (
              <tr>
                <th scope="row">{safe(clue)}</th>
                <td class="figure">{signed(weight)}</td>
                <td>
                  <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
                    <rect
                      class={weight < 0 ? 'against' : 'for'}
                      x={(Math.min(from, to) - low) * scale}
                      width={Math.max(1, Math.abs(to - from) * scale)}
                      height={HEIGHT}
                    />
                  </svg>
                </td>
                <td class="quiet" dir="auto">
                  {safe(words)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {still.length > 0 && (
        <p class="quiet still" dir="auto">
          Neither for nor against:{' '}
          {still.map(({ clue, words }) => `${safe(clue)} (${safe(words)})`).join(', ')}
        </p>
      )}
    </section>
  )
}
