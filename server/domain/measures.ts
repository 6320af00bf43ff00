/** Measures (治理措施) a county's database begins with, each with the one unit its quantities are kept in. */

/** Units, with the other words people count in. Quantities of different units are never added up. */
export const measureUnits = [
  { code: 'metre', zh: '米', en: 'm', aliases: ['m', '延米', '公尺'] },
  { code: 'square-metre', zh: '平方米', en: 'm²', aliases: ['m²', '㎡', 'm2', '平方', '平米'] },
  { code: 'piece', zh: '块', en: 'pcs', aliases: ['套', '个', '面', '张'] },
  { code: 'lamp', zh: '盏', en: 'lamps', aliases: ['个', '套', '只'] },
  { code: 'set', zh: '套', en: 'sets', aliases: ['组', '台', '个'] },
  { code: 'mirror', zh: '面', en: 'mirrors', aliases: ['个', '块', '套'] },
  { code: 'post', zh: '根', en: 'posts', aliases: ['个', '支', '条'] },
  { code: 'place', zh: '处', en: 'places', aliases: ['个', '段', '座'] },
] as const
export type MeasureUnit = (typeof measureUnits)[number]['code']

export type Measure = {
  /** Stable, kebab-case: what records and programmes refer to. */
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly unit: MeasureUnit
  /** Other names met in registers; no name stands for two measures. */
  readonly aliases: readonly string[]
}

export const measures: readonly Measure[] = [
  { code: 'speed-bump', zh: '减速带', en: 'Speed bump', unit: 'metre', aliases: ['减速垄', '橡胶减速带'] },
  { code: 'guardrail', zh: '波形护栏', en: 'Guardrail', unit: 'metre', aliases: ['护栏', '波形梁护栏', '防护栏'] },
  { code: 'crash-wall', zh: '防撞墙', en: 'Crash wall', unit: 'metre', aliases: ['防撞护墙', '混凝土护栏'] },
  { code: 'parapet-repair', zh: '桥栏修复', en: 'Parapet repair', unit: 'metre', aliases: ['桥栏杆修复', '修复桥栏'] },
  {
    code: 'rumble-marking',
    zh: '减速/震荡标线',
    en: 'Rumble marking',
    unit: 'square-metre',
    aliases: ['减速标线', '震荡标线', '振荡标线'],
  },
  { code: 'marking', zh: '标线', en: 'Marking', unit: 'square-metre', aliases: ['交通标线', '道路标线', '热熔标线'] },
  { code: 'patching', zh: '路面修补', en: 'Patching', unit: 'square-metre', aliases: ['路面修复', '坑槽修补'] },
  {
    code: 'warning-sign',
    zh: '警示/警告标志',
    en: 'Warning sign',
    unit: 'piece',
    aliases: ['警示标志', '警告标志', '警示牌', '警告牌', '路口警示牌'],
  },
  { code: 'speed-limit-sign', zh: '限速标志', en: 'Speed-limit sign', unit: 'piece', aliases: ['限速牌', '限速标牌'] },
  {
    code: 'give-way-sign',
    zh: '让行标志',
    en: 'Give-way sign',
    unit: 'piece',
    aliases: ['停车让行标志', '减速让行标志', '让行牌'],
  },
  {
    code: 'delineator-sign',
    zh: '线形诱导标',
    en: 'Delineator sign',
    unit: 'piece',
    aliases: ['线形诱导标志', '诱导标', '线性诱导标'],
  },
  {
    code: 'safety-signboard',
    zh: '宣传牌',
    en: 'Safety signboard',
    unit: 'piece',
    aliases: ['交通安全宣传牌', '提示牌', '安全提示牌'],
  },
  {
    code: 'flasher',
    zh: '爆闪/黄闪灯',
    en: 'Flasher',
    unit: 'lamp',
    aliases: ['爆闪灯', '黄闪灯', '太阳能爆闪灯', '警示灯'],
  },
  { code: 'street-lamp', zh: '路灯', en: 'Street lamp', unit: 'lamp', aliases: ['太阳能路灯', '照明灯'] },
  { code: 'signals', zh: '信号灯', en: 'Signals', unit: 'set', aliases: ['红绿灯', '交通信号灯'] },
  {
    code: 'speed-camera',
    zh: '测速抓拍',
    en: 'Speed camera',
    unit: 'set',
    aliases: ['测速设备', '抓拍设备', '电子警察'],
  },
  { code: 'convex-mirror', zh: '广角镜', en: 'Convex mirror', unit: 'mirror', aliases: ['凸面镜', '反光镜', '转角镜'] },
  {
    code: 'junction-post',
    zh: '道口标柱/警示桩',
    en: 'Junction post',
    unit: 'post',
    aliases: ['道口标柱', '道口桩', '警示桩', '警示柱'],
  },
  {
    code: 'approach-regrading',
    zh: '坡改平',
    en: 'Approach regrading',
    unit: 'place',
    aliases: ['支路坡改平', '路口坡改平'],
  },
  {
    code: 'median-closure',
    zh: '中央开口封闭',
    en: 'Median closure',
    unit: 'place',
    aliases: ['封闭中央开口', '开口封闭'],
  },
  { code: 'passing-bay', zh: '错车道', en: 'Passing bay', unit: 'place', aliases: ['会车道', '错车台'] },
  { code: 'crossing', zh: '人行横道', en: 'Pedestrian crossing', unit: 'place', aliases: ['斑马线', '人行横道线'] },
  {
    code: 'access-merging',
    zh: '接入口合并',
    en: 'Access merging',
    unit: 'place',
    aliases: ['合并接入口', '路口合并'],
  },
  {
    code: 'clearing',
    zh: '清障修枝',
    en: 'Clearing and trimming',
    unit: 'place',
    aliases: ['清障', '修枝', '修剪树枝', '清除遮挡'],
  },
  {
    code: 'barrier-blocks',
    zh: '防护墩',
    en: 'Barrier blocks',
    unit: 'place',
    aliases: ['防撞墩', '隔离墩', '警示墩'],
  },
  {
    code: 'interim-control',
    zh: '临时措施',
    en: 'Interim control',
    unit: 'place',
    aliases: ['临时管控', '临时管控措施', '临时防护'],
  },
]

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const measureByName = new Map(
  measures.flatMap((measure) =>
    [measure.code, measure.zh, measure.en, ...measure.aliases].map((name) => [plain(name), measure] as const),
  ),
)

/** The measure known by a code, name or alias, in any width, case or spacing; null when none is. */
export function measureNamed(name: string): Measure | null {
  return measureByName.get(plain(name)) ?? null
}

/** Whether a unit, as written by somebody, may stand for the measure's own: 8 个 of signs are 8 块, but 8 米 are not. */
export function countsIn(measure: Measure, writtenUnit: string): boolean {
  const written = plain(writtenUnit)
  const unit = measureUnits.find(({ code }) => code === measure.unit)
  return unit !== undefined && [unit.code, unit.zh, unit.en, ...unit.aliases].some((word) => plain(word) === written)
}
