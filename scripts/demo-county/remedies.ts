import type { Severity } from '../../db/vocabulary.ts'

/** What is wrong, said as an officer would, and what is put in: [measure, fewest, most] in the measure's own unit. */
export interface Remedy {
  code: string
  severity: readonly [Severity, ...Severity[]]
  words: readonly [string, ...string[]]
  /** The same as villagers and road chiefs tell it. */
  told: readonly [string, ...string[]]
  /** What is only seen in some months of the year. */
  seasonal?: { months: readonly number[]; words: readonly [string, ...string[]] }
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
    words: [
      '支路接入无减速带，车辆直冲主路',
      '村道口坡下无减速设施，摩托车多',
      '支路下坡接主路，无减速带，来车速度快',
      '村口支路无减速设施，农用车直接上主路',
    ],
    told: ['我们村口下坡没有减速带，摩托车冲得很快', '岔路口车子不减速，老人小孩过路怕'],
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
    words: ['支路未设让行标志标线，主次不清', '路口无停车让行标志，夜间抢行', '丁字路口无让行标线，两方向抢道'],
    told: ['岔路口没有牌子，谁让谁说不清', '路口车子都抢着走，前几天差点撞上'],
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
    words: ['路口树木遮挡视线，看不到主路来车', '柴堆、围栏挡住视线，出村须探头观察', '支路口灌木过高，左侧来车看不见'],
    told: ['路口的树把视线挡死了，出来看不到车', '路口堆柴挡住了，转弯要按半天喇叭'],
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
    words: ['支路接入坡度过大，重车起步后溜', '支路上坡接主路，坡顶无缓坡段，起步困难'],
    told: ['上主路那个坡太陡，拖拉机老是溜车'],
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
    words: ['主路无交叉路口警告标志', '弯后路口无预告标志', '路口前无警告标志，外来车辆不知有岔路'],
    told: ['前面有岔路口，一块牌子都没有'],
    demand: '主路双向设路口警告标志',
    measures: [['warning-sign', 1, 2]],
    weight: 6,
  },
  {
    code: 'A07',
    severity: usual,
    words: ['路口黄闪灯不亮', '路口夜间无警示灯，车速快', '太阳能爆闪灯损坏，夜间不亮'],
    told: ['路口那个闪灯坏了很久没人修'],
    demand: '安装或修复太阳能爆闪灯',
    measures: [['flasher', 1, 2]],
    weight: 5,
  },
  {
    code: 'B01',
    severity: ['minor', 'serious'],
    words: ['急弯无诱导标，会车不见来车', '回头弯内侧视线不良', '连续弯道无线形诱导，夜间看不清走向'],
    told: ['那个急弯看不到对面来车，会车很危险'],
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
    words: ['长下坡接急弯，货车制动失效风险高', '连续下坡近一公里，坡底急弯，无警告标志'],
    told: ['下坡那段大货车刹不住，弯道出过事'],
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
    words: ['临水路段无防护，路面离水塘不足一米', '水塘边无护栏，路肩窄', '路外侧即水渠，无防护设施'],
    told: ['路边就是塘，没有护栏，晚上骑车怕掉下去'],
    demand: '临水侧安装波形护栏',
    measures: [['guardrail', 24, 96]],
    weight: 6,
  },
  {
    code: 'C03',
    severity: ['serious', 'serious', 'major', 'minor'],
    words: ['高路堤外侧无护栏', '弯道外侧临坎，无护栏', '外侧高坎约三米，无防护'],
    told: ['弯道外面是高坎，没栏杆，会车不敢靠边'],
    demand: '外侧安装波形护栏',
    measures: [['guardrail', 16, 80]],
    weight: 8,
  },
  {
    code: 'D02',
    severity: ['minor'],
    words: ['警告标志被竹子遮挡', '标志牌被撞倒，未扶正', '标志牌歪斜，被树枝遮住一半'],
    told: ['牌子倒在路边好久了'],
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
    words: ['中心线磨损不清', '人行横道线看不清', '路面标线大部分脱落，夜间辨不清车道'],
    told: ['路上的线都磨没了，晚上看不清'],
    demand: '重新施划标线',
    measures: [['marking', 20, 80]],
    weight: 6,
  },
  {
    code: 'E01',
    severity: usual,
    words: ['路面坑槽，摩托车易失稳', '路面沉陷积水', '路面破损，坑槽多处，车辆绕行对向车道'],
    told: ['路上好几个大坑，下雨看不见，有人摔过'],
    demand: '修补路面',
    measures: [['patching', 4, 40]],
    weight: 9,
  },
  {
    code: 'E02',
    severity: grave,
    words: ['边坡落石占半幅路面', '边坡碎石滑落，路面有散石', '上边坡松动，雨后有石块滚落'],
    told: ['山上掉石头下来，占了半边路'],
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
    words: ['村口路段无照明，夜间行人多', '穿村路段无路灯，晚间散步人多'],
    told: ['村口晚上黑灯瞎火，散步的人多，怕车'],
    demand: '安装太阳能路灯',
    measures: [['street-lamp', 2, 6]],
    weight: 4,
  },
  {
    code: 'G01',
    severity: ['serious'],
    words: ['学校门口无减速和警示设施，上下学拥堵', '校门口无减速带，接送车辆乱停', '学校前路段无注意儿童标志，车速快'],
    told: ['小学门口放学车多，没有减速带，家长担心'],
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
    words: ['集镇路段无人行横道，老人随意横穿', '集镇街口无人行横道，赶集日人车混行'],
    told: ['街上没有斑马线，老人过马路难'],
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
    words: ['路边堆放砂石占半幅', '建房材料堆占路面，无警示', '木料、竹料堆放路肩，会车困难'],
    told: ['有人把砂石堆在路上，车子要绕着走'],
    seasonal: { months: [7, 8, 9, 10], words: ['路面晒粮占道', '路面晒谷占半幅，车辆借道对向'] },
    demand: '清理占道，设宣传牌',
    measures: [
      ['clearing', 1, 1],
      ['safety-signboard', 1, 1],
    ],
    weight: 5,
  },
]
