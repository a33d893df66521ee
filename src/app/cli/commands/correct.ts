import { userInfo } from 'node:os'
import { Command } from 'commander'
import { correctRecord, requestOf } from '../../correcting/index.js'
import { correctionWords } from '../../render/index.js'
import { type Common, command, openFlow, withRecord } from '../context.js'
import { eventsText } from '../numbers.js'
import { writeLines } from '../output.js'

interface Options extends Common {
  readonly reason: string
  readonly by: string
}

/** What a sub-command asks for, from its arguments. */
type Wish = (...words: (string | string[] | undefined)[]) => object

/** `rapport correct …`: what persons know better than the machine. */
export function correctCommand(): Command {
  const correct = new Command('correct').description(
    'correct the record by hand, with a reason; the log keeps who and when, and every correction can be undone',
  )
  for (const sub of SUBS) correct.addCommand(sub())
  return correct.addHelpText(
    'after',
    `\nExample:\n  $ rapport correct value ${EXAMPLE} date 2031-03-04 ${REASON}`,
  )
}

const EXAMPLE = 'e-c7966ed'
const REASON = '--reason "asked the ministry"'

const SUBS = [
  () =>
    sub('value', 'put another value in place of the machine’s', `value ${EXAMPLE} date 2031-03-04`)
      .argument('<event>', 'its id, or a beginning that only it has')
      .argument(
        '<field>',
        'event (its type), mode, aux, date, actor, recipient, event_loc (its place), quote or numbers',
      )
      .argument('<value>', 'as rapport events writes it; actors by name or id, with a comma between')
      .action(doing((id, field, value) => ({ action: 'value', id, field, value }))),
  () =>
    sub(
      'reject',
      'say that there is no such event, or no such value',
      `reject ${EXAMPLE}`,
      `reject ${EXAMPLE} date`,
    )
      .argument('<event>', 'its id, or a beginning that only it has')
      .argument('[field]', 'one value only, such as date, actor or event_loc')
      .action(doing((id, field) => ({ action: 'reject', id, ...(field && { field }) }))),
  () =>
    sub('merge', 'say that these are one event, or one person or organisation', `merge ${EXAMPLE} e-19ab20f`)
      .argument('<ids...>', 'of two or more events, persons or organisations')
      .action(doing((ids) => ({ action: 'merge', ids }))),
  () =>
    sub('split', 'say that some of its tellings, or names, are another one', `split ${EXAMPLE} 847768c0`)
      .argument('<id>', 'of an event, person or organisation')
      .argument('<parts...>', 'ids of mentions or reports that tell another event; names of another person')
      .action(doing((id, parts) => ({ action: 'split', id, parts }))),
  () =>
    sub('not-same', 'say that these are never one', `not-same ${EXAMPLE} e-19ab20f`)
      .argument('<ids...>', 'of two or more events, persons or organisations')
      .action(doing((ids) => ({ action: 'not-same', ids }))),
  () =>
    sub(
      'name',
      'pin the name under which a person or organisation is shown',
      'name person:xbo:tor-lund "Thor Lund"',
    )
      .argument('<entity>', 'its id')
      .argument('<name>', 'how it is to be called')
      .action(doing((id, name) => ({ action: 'name', id, name }))),
  () =>
    sub('undo', 'undo a correction, or an undoing', 'undo c12')
      .argument('<entry>', 'its number in the log: rapport log')
      .action(doing((id) => ({ action: 'undo', id }))),
]

function sub(name: string, about: string, ...examples: string[]): Command {
  const whole = examples.map((example) => `correct ${example} ${REASON}`)
  return command(name, about, ...whole)
    .requiredOption('--reason <words>', 'why: it is kept and shown beside the correction')
    .option('--by <name>', 'who says so', userName())
}

/** The user of this environment. */
export function userName(environment = process.env): string {
  return environment.USER || environment.LOGNAME || environment.USERNAME || userInfo().username
}

function doing(wish: Wish) {
  return async (...given: unknown[]): Promise<void> => {
    // Commander hands over the arguments, then the options, then the command.
    const options = given.at(-2) as Options
    const words = given.slice(0, -2) as Parameters<Wish>
    const { reason, by, ...request } = requestOf({
      ...wish(...words),
      reason: options.reason,
      by: options.by,
    })
    await withRecord(options, async (store) => {
      const signed = { reason, by, at: new Date().toISOString() }
      const { entry, outcome } = await correctRecord(store, await openFlow(options), request, signed)
      const gone = outcome && outcome.gone > 0 ? `\n${eventsText(outcome)}` : ''
      await writeLines(`${entry.id}: ${correctionWords(entry)}${gone}`)
    })
  }
}
