/** The hazard codes a county's database begins with (隐患类型, two levels). The county may add its own; codes never change meaning. */

export const hazardGroups = [
  { code: 'A', zh: '平交路口', en: 'At-grade junction' },
  { code: 'B', zh: '线形', en: 'Alignment' },
  { code: 'C', zh: '路侧', en: 'Roadside' },
  { code: 'D', zh: '标志标线', en: 'Signs and markings' },
  { code: 'E', zh: '路面与结构', en: 'Pavement and structure' },
  { code: 'F', zh: '照明环境', en: 'Lighting and environment' },
  { code: 'G', zh: '重点场所', en: 'Special sites' },
  { code: 'H', zh: '其他', en: 'Other' },
] as const
export type HazardGroupCode = (typeof hazardGroups)[number]['code']

export type HazardCodeEntry = {
  /** Letter of the group and two figures. */
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Says nothing by itself, so a description is required. */
  readonly needsDescription?: true
}

export const hazardCodes: readonly HazardCodeEntry[] = [
  { code: 'A01', zh: '视距不良（树木/房屋/广告遮挡）', en: 'Poor sight distance' },
  { code: 'A02', zh: '支路接入坡度过大（需坡改平）', en: 'Steep minor approach' },
  { code: 'A03', zh: '交叉角过小/斜交/畸形', en: 'Acute or skewed junction' },
  { code: 'A04', zh: '缺让行标志标线', en: 'No stop or yield control' },
  { code: 'A05', zh: '支路缺减速带', en: 'No speed bump on minor road' },
  { code: 'A06', zh: '缺路口警告标志', en: 'No junction warning sign' },
  { code: 'A07', zh: '缺信号灯/爆闪灯或故障', en: 'Signal or flasher missing or faulty' },
  { code: 'A08', zh: '缺道口标柱', en: 'No junction posts' },
  { code: 'A09', zh: '路口过密/中央开口不当', en: 'Too many accesses, bad median openings' },
  { code: 'A10', zh: '铁路道口防护不足', en: 'Level-crossing deficiency' },
  { code: 'B01', zh: '急弯', en: 'Sharp bend' },
  { code: 'B02', zh: '连续弯道', en: 'Successive bends' },
  { code: 'B03', zh: '陡坡', en: 'Steep grade' },
  { code: 'B04', zh: '长大下坡', en: 'Long downgrade' },
  { code: 'B05', zh: '窄路/缺错车道', en: 'Narrow road, no passing bay' },
  { code: 'B06', zh: '弯坡组合/坡顶盲区', en: 'Bend with grade, crest blind spot' },
  { code: 'B07', zh: '路宽突变/窄桥', en: 'Sudden narrowing, narrow bridge' },
  { code: 'C01', zh: '临水', en: 'Beside water' },
  { code: 'C02', zh: '临崖/高路堤', en: 'Cliff or high fill' },
  { code: 'C03', zh: '护栏缺失', en: 'No guardrail' },
  { code: 'C04', zh: '护栏损坏/等级不足/端头外露', en: 'Damaged or weak rail, exposed end' },
  { code: 'C05', zh: '路侧障碍物（杆/树/墩）', en: 'Fixed object' },
  { code: 'C06', zh: '边沟深/路肩缺失', en: 'Deep ditch, no shoulder' },
  { code: 'D01', zh: '标志缺失', en: 'Missing sign' },
  { code: 'D02', zh: '标志遮挡/损坏/倾倒', en: 'Hidden, broken or fallen sign' },
  { code: 'D03', zh: '标志错误或限速不合理', en: 'Wrong sign or speed limit' },
  { code: 'D04', zh: '标线缺失/磨损', en: 'Missing or worn marking' },
  { code: 'D05', zh: '减速带损坏/设置不当', en: 'Broken or badly placed bump' },
  { code: 'D06', zh: '广角镜缺失/损坏', en: 'Convex mirror missing or broken' },
  { code: 'E01', zh: '坑槽/破损/沉陷', en: 'Pothole, damage, settlement' },
  { code: 'E02', zh: '塌方/滑坡/落石/水毁', en: 'Slide, rockfall, washout' },
  { code: 'E03', zh: '危桥/桥栏缺损', en: 'Unsafe bridge or parapet' },
  { code: 'E04', zh: '隧道隐患', en: 'Tunnel hazard' },
  { code: 'E05', zh: '积水/结冰/湿滑', en: 'Ponding, ice, slippery surface' },
  { code: 'E06', zh: '井盖/边沟盖板缺失', en: 'Missing cover' },
  { code: 'F01', zh: '无照明/路灯损坏', en: 'No or failed lighting' },
  { code: 'F02', zh: '团雾易发', en: 'Fog-prone' },
  { code: 'F03', zh: '施工路段警示不足', en: 'Poor work-zone warning' },
  { code: 'G01', zh: '学校/幼儿园门口', en: 'School gate' },
  { code: 'G02', zh: '穿村过镇', en: 'Through village or town' },
  { code: 'G03', zh: '马路市场/集镇', en: 'Road market' },
  { code: 'G04', zh: '缺过街/人行设施', en: 'No crossing or pavement' },
  { code: 'G05', zh: '矿山/企业出入口', en: 'Mine or plant access' },
  { code: 'G06', zh: '客运停靠点/校车站', en: 'Bus or school-bus stop' },
  { code: 'H01', zh: '占道堆物/晒粮/违建', en: 'Obstruction of the road' },
  { code: 'H02', zh: '事故多发点段', en: 'Crash cluster' },
  { code: 'H99', zh: '其他（必填说明）', en: 'Other (description required)', needsDescription: true },
]

/** The eight a squad chooses from with one tap, most usual first (proposed). */
export const commonestHazardCodes: readonly string[] = ['A04', 'A05', 'A01', 'C03', 'D01', 'E01', 'B01', 'G01']

const entryOfCode = new Map(hazardCodes.map((entry) => [entry.code, entry]))

/** The entry of a code among the defaults, or null. */
export function hazardCodeEntry(code: string): HazardCodeEntry | null {
  return entryOfCode.get(code) ?? null
}

/** The group a code belongs to, by its letter; null for one of no group. */
export function hazardGroupOf(code: string): (typeof hazardGroups)[number] | null {
  return hazardGroups.find((group) => group.code === code.charAt(0)) ?? null
}
