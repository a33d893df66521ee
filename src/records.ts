/** The records that leave Rapport, one zod schema each. Types and JSON Schema files come from these. */
export * from './records/comparison.js'
export * from './records/correction.js'
export * from './records/event.js'
export { Mention } from './records/mention.js'
export * from './records/parts.js'
export * from './records/values.js'
