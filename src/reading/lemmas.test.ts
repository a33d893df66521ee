import { expect, it } from 'vitest'
import { loadModel } from '../app/assets.js'
import { lemmaOf } from './lemmas.js'

const { lemmas, lexicon } = loadModel()

it.each([
  ['met', 'VBD', 'meet'],
  ['held', 'VBN', 'hold'],
  ['said', 'VBD', 'say'],
  ['struck', 'VBD', 'strike'],
  ['sought', 'VBN', 'seek'],
  ['led', 'VBD', 'lead'],
  ['left', 'VBD', 'leave'],
  ['fell', 'VBD', 'fall'],
  ['flew', 'VBD', 'fly'],
  ['fought', 'VBD', 'fight'],
  ['withdrew', 'VBD', 'withdraw'],
  ['overthrown', 'VBN', 'overthrow'],
  ['announced', 'VBD', 'announce'],
  ['imposed', 'VBN', 'impose'],
  ['deployed', 'VBD', 'deploy'],
  ['denied', 'VBD', 'deny'],
  ['agreed', 'VBD', 'agree'],
  ['accusing', 'VBG', 'accuse'],
  ['meeting', 'VBG', 'meet'],
  ['meeting', 'NN', 'meeting'],
  ['shelled', 'VBD', 'shell'],
  ['seized', 'VBD', 'seize'],
  ['expelled', 'VBN', 'expel'],
  ['killed', 'VBN', 'kill'],
  ['countries', 'NNS', 'country'],
  ['embassies', 'NNS', 'embassy'],
  ['crises', 'NNS', 'crisis'],
  ['envoys', 'NNS', 'envoy'],
  ['was', 'VBD', 'be'],
  ["n't", 'RB', 'not'],
  ['Said', 'VBD', 'say'],
  ['Maros', 'NNP', 'Maros'],
])('%s as %s is %s', (form, xpos, lemma) => {
  expect(lemmaOf(form, xpos, lemmas, lexicon)).toBe(lemma)
})
