import { words } from './language.ts'

interface ImportDoubtWords {
  readonly choose: string
  readonly chooseLayer: string
  readonly chooseDatum: string
  /** What is said of the datum, and how the file is drawn until it is chosen. */
  readonly drawnMeanwhile: (guess: string) => string
  readonly register: string
  readonly registerBy: (headings: readonly string[]) => string
  readonly registerHow: string
  readonly movedFar: (count: number) => string
}

const mostHeadings = 6

/** What a dry run cannot tell, or doubts: somebody is to look before anything is written. */
export const importDoubtWords = words<ImportDoubtWords>(
  {
    choose: '请选择',
    chooseLayer: '还没有选择“导入为”，不会写入任何数据。',
    chooseDatum: '请先选择坐标基准：选错了，位置会整体偏移 500 米以上。',
    drawnMeanwhile: (guess) => `${guess}选择之前，预览先按 WGS-84 画出。`,
    register: '这看来是隐患台账，不是县域图层。',
    registerBy: (headings) =>
      `表头里有“${headings.slice(0, mostHeadings).join('”“')}”${headings.length > mostHeadings ? '等' : ''}。`,
    registerHow:
      '这里不导入隐患：本版本的隐患由人员在本系统拍照上报，台账还不能导入。如果确实要把这张表当作县域图层，请自己选择“导入为”，写入前逐行核对。',
    movedFar: (count) =>
      `有 ${count} 行会把县里现有的位置移动 1 公里以上，逐行列在下面“会导入，但请留意”里；请先核对是不是同一处。`,
  },
  {
    choose: 'Please choose',
    chooseLayer: 'What it becomes has not been chosen; nothing will be written.',
    chooseDatum: 'Choose the datum first: with the wrong one everything is shifted by 500 m or more.',
    drawnMeanwhile: (guess) => `${guess} Until you choose, the preview is drawn as WGS-84.`,
    register: 'This looks like a register of hazards, not like a layer of the county.',
    registerBy: (headings) =>
      `Among its headings are “${headings.slice(0, mostHeadings).join('”, “')}”${headings.length > mostHeadings ? ' and others' : ''}.`,
    registerHow:
      'Hazards are not brought in here: in this version they are reported with the app’s camera, and a register cannot be imported yet. If this table is to be a layer of the county all the same, choose yourself what it becomes, and check every row before writing.',
    movedFar: (count) =>
      count === 1
        ? '1 row moves something the county has by more than 1 km; it is listed below under “Taken, but worth knowing”. Check first that it is the same.'
        : `${count} rows move something the county has by more than 1 km; each is listed below under “Taken, but worth knowing”. Check first that they are the same.`,
  },
)
