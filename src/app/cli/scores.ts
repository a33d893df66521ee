import type { Flow } from '../record.js'

/** Scores one step against its gold sets, and those in a further folder, and returns the report of it. */
export type Score = (flow: Flow, data: string | null) => Promise<string>

/** The scores by the name that `rapport score` takes. */
export const SCORES: ReadonlyMap<string, Score> = new Map()
