import { casesOf, kids, label, type Tree } from '../reading/tree.js'
import type { Reading } from '../types.js'
import { clauseOf } from './clauses.js'
import type { Match } from './match.js'
import { pathOf } from './paths.js'
import type { Roles } from './roles.js'

/** A word that stands for somebody known, beside a word that may tell an act. */
export interface Candidate {
  /** Position of the word in the sentence. */
  readonly head: number
  /** Position in `reading.actors`. */
  readonly actor: number
}

const isPassive = (tree: Tree, at: number): boolean =>
  tree.tokens[at]!.xpos === 'VBN' && !kids(tree, at, 'aux').some((k) => tree.tokens[k]!.lemma === 'have')

/** A word that may tell an act, what the rules make of it, and everybody known in its sentence. */
export interface Surroundings {
  readonly tree: Tree
  readonly match: Match
  readonly reading: Reading
  readonly ruled: Roles
  readonly candidates: readonly Candidate[]
}

const stateOf = ({ reading }: Surroundings, { actor }: { readonly actor: number }): string | null =>
  reading.actors[actor]!.country

/** On which side of the word the candidate stands. */
const sideOf = ({ match }: Surroundings, { head }: Candidate): string =>
  head < match.token ? 'before' : 'behind'

/** What kind of word it is, and whether a verb is in the passive. */
const kindOf = ({ tree, match }: Surroundings): string =>
  `${match.trigger.kind}${isPassive(tree, match.token) ? ':passive' : ''}`

/** Which of the states around the act, in the order of the text, the candidate belongs to. */
function orderFeatures(around: Surroundings, candidate: Candidate): string[] {
  const all = around.candidates.map((c) => stateOf(around, c)).filter((s) => s !== null)
  const states = [...new Set(all)]
  const own = stateOf(around, candidate)
  return [
    `states:${Math.min(states.length, 4)}`,
    `order:${own === null ? 'none' : Math.min(states.indexOf(own), 3)}`,
  ]
}

/** On which side the rules put the candidate or another of its state. */
function ruledSide(around: Surroundings, candidate: Candidate): string {
  const { actor, recipient } = around.ruled
  const own = stateOf(around, candidate)
  const has = (list: Roles['actor']) =>
    list.some((a) => a.actor === candidate.actor || (own !== null && stateOf(around, a) === own))
  return has(actor) ? 'actor' : has(recipient) ? 'recipient' : 'none'
}

function ruleFeatures(around: Surroundings, candidate: Candidate): string[] {
  const { actor, recipient } = around.ruled
  const { trigger } = around.match
  const ruled = ruledSide(around, candidate)
  const have = `${actor.length ? 'actor' : '-'}${recipient.length ? 'recipient' : '-'}`
  const exact = [...actor, ...recipient].some((a) => a.actor === candidate.actor)
  return [
    `ruled:${ruled}`,
    `ruled:${ruled}+${trigger.frame}`,
    `ruled:${ruled}+have:${have}`,
    `have:${have}`,
    `have:${have}+${sideOf(around, candidate)}`,
    `ruled:${ruled}${exact ? ' itself' : ''}`,
  ]
}

/** Which places around the word are taken, by whomever. */
function slotFeatures(around: Surroundings, candidate: Candidate): string[] {
  const [{ match }, { head }] = [around, candidate]
  const { subject, object, iobj, prep } = match.slots
  const own = (heads: readonly number[]) =>
    heads.length === 0 ? 'none' : heads.includes(head) ? 'it' : 'other'
  const wanted = match.trigger.recipient.flatMap((name) => prep.get(name) ?? [])
  const side = sideOf(around, candidate)
  return [
    `subject:${own(subject)}`,
    `subject:${own(subject)}+${match.trigger.kind}+${side}`,
    `object:${own([...object, ...iobj])}`,
    `object:${own([...object, ...iobj])}+${match.trigger.frame}+${side}`,
    `wanted:${own(wanted)}`,
    `subject:${own(subject)}+object:${own(object)}+wanted:${own(wanted)}`,
  ]
}

function wayFeatures(around: Surroundings, candidate: Candidate): string[] {
  const { tree, match } = around
  const { head } = candidate
  const { token, trigger } = match
  const path = pathOf(tree, token, head)
  const steps = path.split(' ')
  const bare = steps.map((step) => step.split(':')[0]).join(' ')
  const [how, side] = [kindOf(around), sideOf(around, candidate)]
  const clause = clauseOf(tree, token) === clauseOf(tree, head) ? 'same clause' : 'other clause'
  return [
    `path:${path}`,
    `path:${path}+type:${trigger.type}`,
    `path:${path}+${how}`,
    `bare:${bare}+${how}+${trigger.frame}`,
    `bare:${bare}+lemma:${trigger.lemma}`,
    `steps:${Math.min(steps.length, 6)}`,
    `${side}+lemma:${trigger.lemma}`,
    `${side}+${how}+${trigger.frame}`,
    `${side}+type:${trigger.type}`,
    clause,
    `${clause}+${side}+${trigger.frame}`,
  ]
}

/** How far the candidate stands from the word, and with which preposition. */
function wordFeatures(around: Surroundings, candidate: Candidate): string[] {
  const { tree, match, reading } = around
  const { head, actor } = candidate
  const { token, trigger } = match
  const { kind, country } = reading.actors[actor]!
  const [how, side] = [kindOf(around), sideOf(around, candidate)]
  const steps = Math.abs(head - token)
  const gap = steps < 3 ? 'next' : steps < 8 ? 'near' : steps < 16 ? 'far' : 'off'
  const cases = casesOf(tree, head).join('+')
  return [
    `type:${trigger.type}`,
    `gap:${gap}`,
    `gap:${gap}+${side}`,
    `case:${cases}`,
    `case:${cases}+type:${trigger.type}`,
    `case:${cases}+${how}`,
    `label:${label(tree.tokens[head]!)}`,
    `label:${label(tree.tokens[head]!)}+${side}`,
    `kind:${kind}${country ? '' : ':stateless'}`,
    `kind:${kind}+${side}`,
  ]
}

/**
 * What may tell whether somebody is a side of the act that a word tells, and which.
 * @returns names of features that hold, each once
 */
export function partyFeatures(around: Surroundings, candidate: Candidate): string[] {
  const all = [
    'bias',
    ...wayFeatures(around, candidate),
    ...wordFeatures(around, candidate),
    ...orderFeatures(around, candidate),
    ...ruleFeatures(around, candidate),
    ...slotFeatures(around, candidate),
  ]
  return [...new Set(all)]
}
