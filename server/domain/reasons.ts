/** Why a door is shut: the closed list, with one sentence in each language. Screen and server say the same words. */
export const reasonWords = {
  'another-role': { zh: '这一步不由您办理。', en: 'This step is not yours to take.' },
  'another-team': { zh: '由负责本隐患的队伍办理。', en: 'The team in charge of this hazard takes this step.' },
  'another-unit': { zh: '这项任务由别的单位负责。', en: 'This task belongs to another unit.' },
  'own-work': { zh: '自己提交的整改须由他人验收。', en: 'Nobody verifies what they submitted themselves.' },
  'own-cure': { zh: '参与整改的人不能回访自己的整改。', en: 'Whoever submitted the cure cannot revisit it.' },
  'county-verifies': { zh: '较大、重大隐患由县级验收。', en: 'Serious and major hazards are verified by the county.' },
  void: { zh: '该线索已作废，须先由县级恢复。', en: 'This hazard was voided; the county must reinstate it first.' },
  'not-void': { zh: '该隐患并未作废。', en: 'This hazard is not void.' },
  'another-stage': { zh: '当前阶段不能办理这一步。', en: 'This step does not fit the present stage.' },
  'another-task-state': { zh: '任务当前状态不能办理这一步。', en: 'This step does not fit the state of the task.' },
  'no-task-named': { zh: '请指明是哪一项任务。', en: 'Say which task is meant.' },
  'no-team': { zh: '还没有派出队伍。', en: 'No team has been dispatched yet.' },
  'no-scene-photo': { zh: '还没有队伍拍摄的现场照片。', en: 'There is no scene photo by a team yet.' },
  'no-position': { zh: '还没有确定位置。', en: 'The position is not known yet.' },
  'scene-complete': { zh: '现场已确认拍全。', en: 'The scene has already been declared complete.' },
  'scene-not-complete': { zh: '现场尚未确认拍全。', en: 'The scene has not been declared complete.' },
  'no-after-photo': { zh: '提交前须有整改后照片。', en: 'An after photo is needed before submitting.' },
  'no-interim-photo': { zh: '临时管控须有照片。', en: 'Interim control needs a photo.' },
  'measure-unaccounted': {
    zh: '每项计划措施须填实际数量，或说明取消原因。',
    en: 'Give each planned measure its installed quantity, or strike it with a reason.',
  },
} as const satisfies Record<string, { zh: string; en: string }>

export type Reason = keyof typeof reasonWords
