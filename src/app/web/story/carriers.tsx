import { carriersOf, controlWords } from '../../render/carriers.js'
import { reportName, typeWords, whatWords } from '../../render/words.js'
import type { StoryModel } from './model.js'

/** Points down, outlets by country and control across: what one side's media carry and the other's do not. */
export function Carriers({ model }: { model: StoryModel }) {
  const { comparison, names } = model
  const carriers = comparison.points.length === 0 ? [] : carriersOf(comparison)
  // Where all outlets are of one country and control, the table would only repeat the points.
  if (carriers.length < 2) return null
  return (
    <details class="carriers">
      <summary>Who carries what, by country and control of the outlets</summary>
      <section class="scroll" tabindex={0} aria-label="Points by outlet">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Point</th>
              {carriers.map(({ country, control, reports }) => (
                <th scope="col" class="carrier">
                  {controlWords(country, control, names)}
                  <span class="quiet">{reports.map(reportName).join(', ')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.points.map((point, at) => (
              <tr>
                <th scope="row">
                  <a href={`#p${at + 1}`}>
                    <span class="number">{at + 1}</span> {typeWords(point.event)}
                  </a>{' '}
                  <span class="carried-what" dir="auto">
                    {whatWords(point.event)}
                  </span>
                </th>
                {carriers.map(({ carried }) => (
                  <td class={carried.has(at) ? 'carries' : 'silent'}>
                    <span aria-hidden="true">{carried.has(at) ? '✓' : '–'}</span>
                    <span class="hidden">{carried.has(at) ? 'carries it' : 'silent'}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
