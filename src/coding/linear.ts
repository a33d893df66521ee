/** Weights of named features, one number a class. */
export interface LinearModel {
  readonly classes: readonly string[]
  readonly weights: ReadonlyMap<string, readonly number[]>
}

/** A class with its probability, and the features that spoke most for it. */
export interface Judgement {
  readonly label: string
  /** 0 to 1. */
  readonly probability: number
  readonly reasons: readonly string[]
}

function scoresOf(features: readonly string[], { classes, weights }: LinearModel): number[] {
  const sums = classes.map(() => 0)
  for (const feature of features) {
    const row = weights.get(feature)
    if (row) for (let c = 0; c < sums.length; c++) sums[c]! += row[c]!
  }
  return sums
}

/** Scores as shares of one (softmax). */
export function shares(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((s) => Math.exp(s - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((p) => p / sum)
}

/** The probability of one class. */
export function probabilityOf(features: readonly string[], label: string, model: LinearModel): number {
  return shares(scoresOf(features, model))[model.classes.indexOf(label)] ?? 0
}

/** The probability of each class. */
export function chancesOf(features: readonly string[], model: LinearModel): Map<string, number> {
  const all = shares(scoresOf(features, model))
  return new Map(model.classes.map((c, i) => [c, all[i]!]))
}

const SHOWN = 4

/** The features that speak most for a class against the mean of all classes. */
function reasonsFor(features: readonly string[], at: number, { weights }: LinearModel): string[] {
  const pull = (f: string) => {
    const row = weights.get(f) ?? []
    return (row[at] ?? 0) - row.reduce((a, b) => a + b, 0) / Math.max(1, row.length)
  }
  return [...features]
    .filter((f) => f !== 'bias' && pull(f) > 0)
    .sort((a, b) => pull(b) - pull(a))
    .slice(0, SHOWN)
}

/**
 * The likeliest class of a thing with these features, how likely it is, and why.
 * @example judge(['must', 'you'], model) // { label: 'REQUEST', probability: 0.8, reasons: ['must'] }
 */
export function judge(features: readonly string[], model: LinearModel): Judgement {
  const all = shares(scoresOf(features, model))
  const at = all.indexOf(Math.max(...all))
  return { label: model.classes[at]!, probability: all[at]!, reasons: reasonsFor(features, at, model) }
}
