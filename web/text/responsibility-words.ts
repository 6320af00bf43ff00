import { words } from './language.ts'

/** The three responsibilities of a hazard, and where they come from. */
export const responsibilityWords = words(
  {
    title: '责任划分',
    fields: { localUnitId: '属地责任', sectorUnitId: '行业主管', cureUnitId: '整改责任' },
    nobody: (field: string) => `${field}：不填`,
    why: (line: number, version: number) =>
      version === 0 ? `按初始责任清单第 ${line} 行。` : `按责任清单第 ${version} 版第 ${line} 行。`,
    noLine: '责任清单没有对应的行，请自行选择。',
    changedByHand: '您已改动。',
    backToMatrix: '恢复为清单所定',
    noProposal: '责任清单没有读到，请自行选择。',
    cureByMatrix: '按责任清单：整改责任单位',
    localByMatrix: '按责任清单：属地责任单位',
    taskFor: (unit: string) => `给${unit}也建一项任务`,
    none: '未定',
  },
  {
    title: 'Responsibilities',
    fields: { localUnitId: 'Local', sectorUnitId: 'Sector', cureUnitId: 'Cure' },
    nobody: (field: string) => `${field}: nobody`,
    why: (line: number, version: number) =>
      version === 0
        ? `By line ${line} of the first responsibility matrix.`
        : `By line ${line} of the responsibility matrix, version ${version}.`,
    noLine: 'No line of the responsibility matrix fits; choose yourself.',
    changedByHand: 'Changed by you.',
    backToMatrix: 'Back to the matrix',
    noProposal: 'The responsibility matrix could not be read; choose yourself.',
    cureByMatrix: 'By the matrix: the unit that cures',
    localByMatrix: 'By the matrix: the local unit',
    taskFor: (unit: string) => `Add a task for ${unit}`,
    none: 'not settled',
  },
)
