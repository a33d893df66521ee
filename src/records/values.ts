/** The closed lists of values. */
import { z } from 'zod'

/** A state of 3 letters: ISO 3166-1 alpha-3, a former state (SUN) or a user-assigned code (XAA to XZZ). */
export const Country = z.string().regex(/^[A-Z]{3}$/, 'write a state’s code, such as PRK')

export const EventType = z.enum([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'STATEMENT',
])

/** Who owns and runs an outlet: a government, the public, or a private owner. */
export const Control = z.enum(['state', 'public', 'private'])

/** How a report stands: withdrawn ones do not count, embargoed ones are not shown before their time. */
export const Standing = z.enum(['live', 'corrected', 'withdrawn', 'embargoed'])

/** The field of dealings between states that an event belongs to. */
export const Kind = z.enum(['diplomatic', 'military', 'economic', 'transport', 'culture', 'sanctions'])

export const Aux = z.enum(['historical', 'future', 'hypothetical', 'negation'])

/** How a date is known: said in the sentence, or counted from something else. */
export const DateFrom = z.enum(['said', 'publication', 'other-event', 'other-report', 'named-period'])

export const EntityKind = z.enum(['person', 'state', 'organisation', 'group'])
