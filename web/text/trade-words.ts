import type * as events from '../../db/event-kinds.ts'
import type * as vocabulary from '../../db/vocabulary.ts'
import { words } from './language.ts'
import { peopleAndPlaceWords } from './people-and-place-words.ts'
import { remediationWords } from './remediation-words.ts'
import { unitWords } from './unit-words.ts'
import { workflowWords } from './workflow-words.ts'

type Lists = typeof vocabulary & typeof events

/** One label for every word of every list: a list or a word added to db does not compile without it. */
export type Labels = {
  readonly [List in keyof Lists as Lists[List] extends readonly string[] ? List : never]: Readonly<
    Record<Lists[List] extends readonly (infer Word extends string)[] ? Word : never, string>
  >
}

const stageQuestions = words(
  { team: '谁去看？', camera: '什么样？在哪里？', register: '谁来治？何时治好？', cleared: '真的清零了吗？' },
  {
    team: 'Who goes and looks?',
    camera: 'What is it, and where?',
    register: 'Who cures it, by when?',
    cleared: 'Is it really gone?',
  },
)

const zhLabels: Labels = { ...workflowWords.zh, ...remediationWords.zh, ...peopleAndPlaceWords.zh }
const enLabels: Labels = { ...workflowWords.en, ...remediationWords.en, ...peopleAndPlaceWords.en }

export const tradeWords = words(
  { ...zhLabels, stageQuestions: stageQuestions.zh, unit: unitWords.zh },
  { ...enLabels, stageQuestions: stageQuestions.en, unit: unitWords.en },
)
