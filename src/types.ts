/** THE NOUNS, one type each, by the step that makes them. */
export type * from './types/coding.js'
export type * from './types/reading.js'
export type * from './types/record.js'
export type * from './types/report.js'
export type * from './types/times.js'
