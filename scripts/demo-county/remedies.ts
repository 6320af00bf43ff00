import type { Severity } from '../../db/vocabulary.ts'

/** What is wrong, said as an officer would, and what is put in: [measure, fewest, most] in the measure's own unit. */
export interface Remedy {
  code: string
  severity: readonly [Severity, ...Severity[]]
  words: readonly [string, ...string[]]
  demand: string
  measures: readonly (readonly [string, number, number])[]
  /** How often such a hazard is found among the others. */
  weight: number
}

const usual = ['minor', 'minor', 'serious'] as const
const grave = ['serious', 'serious', 'major'] as const

export const remedies: readonly [Remedy, ...Remedy[]] = [
  {
    code: 'A05',
    severity: usual,
    words: ['支路接入无减速带，车辆直冲主路', '村道口坡下无减速设施，摩托车多'],
    demand: '支路安装减速带，两侧设道口标柱',
    measures: [
      ['speed-bump', 6, 18],
      ['junction-post', 2, 6],
    ],
    weight: 14,
  },
  {
    code: 'A04',
    severity: usual,
    words: ['支路未设让行标志标线，主次不清', '路口无停车让行标志，夜间抢行'],
    demand: '设让行标志，施划让行标线',
    measures: [
      ['give-way-sign', 1, 2],
      ['marking', 8, 24],
    ],
    weight: 11,
  },
  {
    code: 'A01',
    severity: ['minor', 'serious'],
    words: ['路口树木遮挡视线，看不到主路来车', '房屋挡住视线，出村须探头观察'],
    demand: '修剪清障，安装广角镜',
    measures: [
      ['clearing', 1, 2],
      ['convex-mirror', 1, 2],
    ],
    weight: 11,
  },
  {
    code: 'A02',
    severity: ['serious'],
    words: ['支路接入坡度过大，重车起步后溜'],
    demand: '接入口坡改平，设减速带',
    measures: [
      ['approach-regrading', 1, 1],
      ['speed-bump', 6, 12],
    ],
    weight: 5,
  },
  {
    code: 'A06',
    severity: ['minor'],
    words: ['主路无交叉路口警告标志', '弯后路口无预告标志'],
    demand: '主路双向设路口警告标志',
    measures: [['warning-sign', 1, 2]],
    weight: 6,
  },
  {
    code: 'A07',
    severity: usual,
    words: ['路口黄闪灯不亮', '路口夜间无警示灯，车速快'],
    demand: '安装或修复太阳能爆闪灯',
    measures: [['flasher', 1, 2]],
    weight: 5,
  },
  {
    code: 'B01',
    severity: ['minor', 'serious'],
    words: ['急弯无诱导标，会车不见来车', '回头弯内侧视线不良'],
    demand: '设线形诱导标和广角镜',
    measures: [
      ['delineator-sign', 2, 6],
      ['convex-mirror', 1, 1],
    ],
    weight: 8,
  },
  {
    code: 'B04',
    severity: ['serious', 'major'],
    words: ['长下坡接急弯，货车制动失效风险高'],
    demand: '坡顶设警告与限速标志，坡中设震荡标线',
    measures: [
      ['warning-sign', 1, 2],
      ['speed-limit-sign', 1, 2],
      ['rumble-marking', 20, 60],
    ],
    weight: 3,
  },
  {
    code: 'C01',
    severity: grave,
    words: ['临水路段无防护，路面离水塘不足一米'],
    demand: '临水侧安装波形护栏',
    measures: [['guardrail', 24, 96]],
    weight: 6,
  },
  {
    code: 'C03',
    severity: ['serious', 'serious', 'major', 'minor'],
    words: ['高路堤外侧无护栏', '弯道外侧临坎，无护栏'],
    demand: '外侧安装波形护栏',
    measures: [['guardrail', 16, 80]],
    weight: 8,
  },
  {
    code: 'D02',
    severity: ['minor'],
    words: ['警告标志被竹子遮挡', '标志牌被撞倒，未扶正'],
    demand: '扶正或更换标志，清理遮挡',
    measures: [
      ['warning-sign', 1, 1],
      ['clearing', 1, 1],
    ],
    weight: 7,
  },
  {
    code: 'D04',
    severity: ['minor'],
    words: ['中心线磨损不清', '人行横道线看不清'],
    demand: '重新施划标线',
    measures: [['marking', 20, 80]],
    weight: 6,
  },
  {
    code: 'E01',
    severity: usual,
    words: ['路面坑槽，摩托车易失稳', '路面沉陷积水'],
    demand: '修补路面',
    measures: [['patching', 4, 40]],
    weight: 9,
  },
  {
    code: 'E02',
    severity: grave,
    words: ['边坡落石占半幅路面'],
    demand: '清理落石，设警示和防护墩',
    measures: [
      ['clearing', 1, 1],
      ['barrier-blocks', 1, 1],
    ],
    weight: 3,
  },
  {
    code: 'F01',
    severity: ['minor'],
    words: ['村口路段无照明，夜间行人多'],
    demand: '安装太阳能路灯',
    measures: [['street-lamp', 2, 6]],
    weight: 4,
  },
  {
    code: 'G01',
    severity: ['serious'],
    words: ['学校门口无减速和警示设施，上下学拥堵'],
    demand: '设减速带、注意儿童标志和爆闪灯',
    measures: [
      ['speed-bump', 8, 16],
      ['warning-sign', 2, 2],
      ['flasher', 1, 2],
    ],
    weight: 6,
  },
  {
    code: 'G04',
    severity: ['minor', 'serious'],
    words: ['集镇路段无人行横道，老人随意横穿'],
    demand: '施划人行横道，设提示标志',
    measures: [
      ['crossing', 1, 1],
      ['warning-sign', 1, 2],
    ],
    weight: 4,
  },
  {
    code: 'H01',
    severity: ['minor'],
    words: ['路面晒粮占道', '路边堆放砂石占半幅'],
    demand: '清理占道，设宣传牌',
    measures: [
      ['clearing', 1, 1],
      ['safety-signboard', 1, 1],
    ],
    weight: 5,
  },
]
