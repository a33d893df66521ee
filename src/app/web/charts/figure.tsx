import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import type { Drawing } from './drawing.js'

interface FigureProps {
  readonly drawing: Drawing
  readonly title: string
  readonly subtitle: string
  readonly source: string
  /** Head of the table behind it, and its rows; the first cell of a row is its name. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A drawing on a page, with its title, units and source, and the same numbers as a table. */
export function Figure(props: PropsWithChildren<FigureProps>) {
  const { drawing, title, subtitle, source, head, rows, children } = props
  return (
    <figure class="chart">
      <figcaption>
        <strong>{title}</strong>
        <span class="quiet">{subtitle}</span>
      </figcaption>
      <section class="scroll" tabindex={0} aria-label={title}>
        {raw(drawing.svg)}
      </section>
      <p class="quiet source-line-text">
        {source} {children}
      </p>
      <details>
        <summary>The same as a table</summary>
        <section class="scroll" tabindex={0} aria-label={`${title}, as a table`}>
          <table class="plain">
            <thead>
              <tr>
                {head.map((cell, i) => (
                  <th scope="col" class={i > 0 ? 'figure' : undefined}>
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...cells]) => (
                <tr>
                  <th scope="row">{name}</th>
                  {cells.map((cell) => (
                    <td class="figure">{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  )
}
