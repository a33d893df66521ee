import { randomFrom } from '../src/app/scoring/random.js'
import type { LinearModel } from '../src/coding/linear.js'
import { shares } from '../src/coding/linear.js'

/** A thing with its features and the classes that it may be given; all of them are right. */
export interface Sample {
  readonly features: readonly string[]
  readonly labels: readonly string[]
}

interface LinearOptions {
  readonly classes: readonly string[]
  readonly epochs: number
  /** First step size; it falls with the epochs. */
  readonly rate: number
  /** Weight decay at each step that touches a feature. */
  readonly decay: number
  /** Features seen fewer times are left out. */
  readonly least: number
  readonly seed: number
}

const counted = (samples: readonly Sample[], least: number): Set<string> => {
  const counts = new Map<string, number>()
  for (const { features } of samples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1)
  return new Set([...counts].filter(([, n]) => n >= least).map(([f]) => f))
}

/** How much of a sample each class should get: its right classes share it as the model likes them. */
function targets(now: readonly number[], labels: readonly string[], classes: readonly string[]): number[] {
  const right = classes.map((c, i) => (labels.includes(c) ? now[i]! + 1e-6 : 0))
  const sum = right.reduce((a, b) => a + b, 0)
  return right.map((r) => r / sum)
}

/** Multinomial logistic regression by stochastic gradient descent with averaged weights, the same for the same seed. */
export function trainLinear(samples: readonly Sample[], options: LinearOptions): LinearModel {
  const { classes, epochs, rate, decay, least, seed } = options
  const kept = counted(samples, least)
  const weights = new Map<string, number[]>([...kept].map((f) => [f, classes.map(() => 0)]))
  const sums = new Map<string, number[]>([...kept].map((f) => [f, classes.map(() => 0)]))
  const next = randomFrom(seed)
  const order = samples.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const at of order) step(samples[at]!, weights, classes, rate / (1 + epoch / 3), decay)
    for (const [f, row] of weights) for (let c = 0; c < row.length; c++) sums.get(f)![c]! += row[c]!
  }
  const mean = [...sums].map(([f, row]) => [f, row.map((w) => w / epochs)] as const)
  return { classes, weights: new Map(mean) }
}

function step(
  { features, labels }: Sample,
  weights: Map<string, number[]>,
  classes: readonly string[],
  rate: number,
  decay: number,
): void {
  const found = features.map((f) => weights.get(f)).filter((r) => r !== undefined)
  if (!found.length) return
  const now = shares(classes.map((_, c) => found.reduce((n, row) => n + row[c]!, 0)))
  const wanted = targets(now, labels, classes)
  for (const row of found)
    for (let c = 0; c < row.length; c++) row[c]! += rate * (wanted[c]! - now[c]! - decay * row[c]!)
}
