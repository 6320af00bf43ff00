import type { Remedy } from './remedies.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import type { Story } from './story.ts'

type Words = readonly [string, ...string[]]

/** What was seen besides, by whoever stood there; most write nothing more. */
const besides: Words = [
  '，赶集日人车混行',
  '，早晚车流较大',
  '，雨天更险',
  '，村民多次反映',
  '，上月有人在此摔倒',
  '，夜间无照明',
  '，外地车辆多，不熟路况',
  '，去年在此发生过剐蹭',
]

/** What the finder wrote: officers in the words of the trade, villagers' words as they said them. */
export const findingWords = (remedy: Remedy, seed: string, byOfficer: boolean, reportedAt: number): string => {
  const random = seededRandom(`${seed} words`)
  const month = new Date(reportedAt + 8 * 3_600_000).getUTCMonth() + 1
  const { words, told, seasonal } = remedy
  const isSeason = seasonal?.months.includes(month) === true && random.chance(0.7)
  const found = random.pick(isSeason && seasonal ? seasonal.words : byOfficer ? words : told)
  return byOfficer && random.chance(0.3) ? found + random.pick(besides) : found
}

const sharedReplies = {
  interim: [
    '已摆放锥桶，设临时警示',
    '已拉警示带、放锥桶，安排专人早晚看守',
    '已设临时警示牌，夜间加挂警示灯',
    '锥桶5个、警示牌1块已到位，护路员每天巡查',
  ],
  plan: ['本年度无资金，已列入下年计划', '工程量较大，已报下年度农村公路养护计划', '待上级补助资金，列入明年项目库'],
  return: [
    '照片看不出已整改，请完善后重拍同一角度',
    '拍摄位置与整改前不一致，请在原位置重拍',
    '现场照片未见新设施，请核实后再报',
    '只看到部分完成，请补齐后再提交',
  ],
  verify: [
    '现场核实，已消除',
    '到场查看，设施齐全，同意销号',
    '数量核对无误，隐患已消除',
    '经复核，整改到位',
    '照片与现场一致，通过',
  ],
  reassign: ['按路权改派', '经核实管养单位有误，改派', '与公路部门确认路权后改派'],
  granted: ['情况属实，同意', '同意延期，期间做好临时管控', '理由充分，同意，请按新期限完成'],
  extensionRefused: ['工程量不大，请按原期限完成', '材料已到位，请抓紧施工，不予延期', '隐患等级较高，不宜再拖'],
  supervise: ['群众反映强烈，限期办结', '路段车流大，须尽快消除', '县道安委会议定挂牌督办', '进度偏慢，挂牌督办'],
  transfer: ['占道经营和堆物由城市管理部门清理', '属占道堆放，按职责移送城市管理部门'],
  void: [
    '现场核查不构成隐患',
    '已由养护单位当日处理，不再登记',
    '经现场查看，标志标线齐全，系误报',
    '位于厂区内部道路，不属公路',
  ],
  comment: [
    '请抓紧推进，到期前完成。',
    '这处群众关注，请每周报一次进展。',
    '有困难及时提出，不要等到到期。',
    '请先把临时管控落实好。',
  ],
} as const satisfies Record<string, Words>

/** What somebody writes beside a step; the same story and step always say the same. */
export const saidBeside = (step: keyof typeof sharedReplies, random: SeededRandom): string =>
  random.pick(sharedReplies[step])

const done: Words = [
  '已按要求整改完成',
  '已完工，请验收。',
  '整改到位，见照片',
  '按清单施工完毕，数量与计划一致',
  '现场已清理干净，请查验',
]

/** What is said when a cure is handed in; a township has its villages look after it. */
export const curedWords = (byTownship: boolean, random: SeededRandom): string =>
  byTownship && random.chance(0.3) ? '已处理好，村里会经常看护' : random.pick(done)

/** What came back where nothing had been put up that could break. */
const withoutDevices: Readonly<Record<string, { passed: Words; failed: Words }>> = {
  D04: {
    passed: ['标线清晰', '标线完好，夜间反光正常'],
    failed: ['标线脱落，又看不清了', '标线被泥沙覆盖并磨损，需重划'],
  },
  E01: { passed: ['路面平整', '修补处完好，无新坑槽'], failed: ['修补处又破损', '雨后再次沉陷，坑槽重现'] },
  E02: { passed: ['无新落石', '边坡稳定，防护墩在位'], failed: ['雨后又有落石', '防护墩移位，散石未清'] },
  H01: { passed: ['未再占道', '路面畅通，宣传牌在位'], failed: ['又有人占道堆放', '占道反弹，宣传牌被移走'] },
}
const withDevices = {
  passed: ['设施完好', '回头看无异常', '设施在位，效果良好', '已复查，未反弹'],
  failed: ['设施已损坏，隐患重现', '设施被车辆撞坏，未及时修复', '部分设施缺失，达不到原要求'],
} as const satisfies Record<string, Words>

/** What somebody found who went there once more. */
export const revisitWords = ({ code }: Remedy, passes: boolean, random: SeededRandom): string =>
  random.pick((withoutDevices[code] ?? withDevices)[passes ? 'passed' : 'failed'])

/** No township keeps the roads of the country, the province or the county. */
export const notOurRoad = ({ place }: Story): string => {
  const kinds: Readonly<Record<string, string>> = { G: '国道', S: '省道', X: '县道' }
  return `${place.routeCode}为${kinds[place.routeCode.charAt(0)] ?? '上级公路'}，不归乡镇管养`
}

const has = ({ measures }: Remedy, of: readonly string[]): boolean => measures.some(([measure]) => of.includes(measure))

/** Why more time is needed, by what has to be put in. */
export const moreTimeBecause = (remedy: Remedy, random: SeededRandom): string => {
  if (has(remedy, ['marking', 'rumble-marking', 'crossing']))
    return random.pick(['连续降雨，路面潮湿无法施划标线，申请延期', '施划队伍排期已满，下旬进场，申请延期'])
  if (has(remedy, ['guardrail', 'barrier-blocks']))
    return random.pick(['护栏板厂家供货推迟，申请延期', '路肩需先加固才能立柱，申请延期'])
  if (has(remedy, ['flasher', 'street-lamp']))
    return random.pick(['灯具采购流程未完，申请延期', '设备已下单，预计下周到货，申请延期'])
  return random.pick(['施工队排期紧，申请延期', '与沿线农户协调用地尚需时间，申请延期', '连日降雨，无法施工，申请延期'])
}

/** How it goes on, first and later. */
export const progressOf = (remedy: Remedy): readonly [string, string] => {
  if (has(remedy, ['guardrail'])) return ['护栏材料已订购，施工队本周进场。', '立柱已打完，护栏板按期安装。']
  if (has(remedy, ['barrier-blocks'])) return ['危石已排查，机械本周进场清理。', '落石已清一半，防护墩正在预制。']
  return ['材料已订购，施工队本周进场。', '已完成大半，剩余部分按期完成。']
}

export const replyWords: Words = [
  '来文收悉。我单位已按要求组织整改，现场照片已随任务提交，请予验收。',
  '来文收悉。已召开碰头会，逐处明确责任人和完成时限，进度在系统内填报。',
  '收悉。所列隐患已安排施工，到期前完成，期间由专人巡查看护。',
  '已收到。简单的本周内处理完毕，需要施工的已联系队伍进场。',
]

/** Where exactly: said by what stands there. */
export const spotOf = ({ place, remedy }: Story): string => {
  const where: Readonly<Record<string, string>> = {
    ...{
      G01: '学校门口',
      G04: '街口',
      B01: '急弯处',
      B04: '长坡段',
      C01: '临水段',
      C03: '临坎弯道',
      E02: '边坡段',
    },
    F01: '村口',
  }
  return `${place.villageName}${where[remedy.code] ?? (remedy.code.startsWith('A') ? '路口' : '路段')}`
}

/** Materials and labour for one of each measure, in yuan. */
const yuanFor: Readonly<Record<string, number>> = {
  ...{
    'speed-bump': 160,
    'junction-post': 120,
    'give-way-sign': 650,
    marking: 55,
    clearing: 400,
    'convex-mirror': 680,
  },
  ...{
    'approach-regrading': 9500,
    'warning-sign': 700,
    flasher: 1300,
    'delineator-sign': 320,
    'speed-limit-sign': 700,
  },
  ...{
    'rumble-marking': 75,
    guardrail: 260,
    patching: 140,
    'barrier-blocks': 2600,
    'street-lamp': 2400,
    crossing: 1800,
  },
  'safety-signboard': 450,
}

/** What it cost, as a bill would say. */
export const costOf = (measures: readonly { measure: string; quantity: number }[], random: SeededRandom): number => {
  const sum = measures.reduce((yuan, { measure, quantity }) => yuan + quantity * (yuanFor[measure] ?? 500), 0)
  return Math.round((sum * random.between(0.85, 1.2)) / 10) * 10
}
