import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../record.js'
import { sayFailure } from './context.js'
import { say } from './output.js'

/** Shows how far reading has come: a bar on a terminal, else a line for each report once it is safe in the record. */
export function progressOn(
  stream: NodeJS.WriteStream,
  total: number,
): Progress & { readonly end: () => void } {
  return stream.isTTY && total > 1 ? bar(stream, total) : lines()
}

function lines(): Progress & { end: () => void } {
  return {
    stored: (report, saved) => say(`${saved} ${report.id} ${report.file}`),
    failed: sayFailure,
    finished: () => {},
    end: () => {},
  }
}

function bar(stream: NodeJS.WriteStream, total: number): Progress & { end: () => void } {
  const format = 'Reading {bar} {value} of {total} files, {reports} reports stored, {eta_formatted} left'
  const single = new SingleBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.rect)
  let reports = 0
  single.start(total, 0, { reports })
  return {
    stored: () => single.update({ reports: ++reports }),
    failed: (failure) => {
      // A line of its own, from the first column; the bar draws itself anew below it.
      stream.write('\r\u001B[K')
      sayFailure(failure)
    },
    finished: () => single.increment(),
    end: () => single.stop(),
  }
}

/** Shows how many of so many steps are done; nothing where nobody watches. */
export function stepsOn(stream: NodeJS.WriteStream, doing: string, total: number) {
  if (!stream.isTTY || total === 0) return { step: () => {}, end: () => {} }
  const format = `${doing} {bar} {value} of {total}, {eta_formatted} left`
  const single = new SingleBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.rect)
  single.start(total, 0)
  return { step: () => single.increment(), end: () => single.stop() }
}

/** A signal that Ctrl-C gives once; the second Ctrl-C ends the process as usual. */
export function interruption(told = 'Stopping after the report in hand.'): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => {
    say(`\n${told} Press Ctrl-C again to stop at once.`)
    controller.abort()
  })
  return controller.signal
}
