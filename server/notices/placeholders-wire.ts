import { type NoticeKind, noticeKinds } from '../../db/vocabulary.ts'

/** Where a placeholder may stand: anywhere, or only between the opening and the closing of this loop. */
export const placeholderScopes = [
  'notice',
  '隐患',
  '照片',
  '整改后照片',
  '照片行',
  '对照行',
  '附件清单',
  '抄送清单',
] as const
export type PlaceholderScope = (typeof placeholderScopes)[number]

export const placeholderShapes = ['text', 'picture', 'loop', 'condition'] as const
export type PlaceholderShape = (typeof placeholderShapes)[number]

export interface Placeholder {
  /** As written between the braces: {文号}, {#隐患}…{/隐患}. */
  readonly name: string
  readonly shape: PlaceholderShape
  readonly scope: PlaceholderScope
  readonly zh: string
  readonly en: string
}

const row =
  (scope: PlaceholderScope, shape: PlaceholderShape) =>
  (name: string, zh: string, en: string): Placeholder => ({ name, shape, scope, zh, en })

const text = row('notice', 'text')
const condition = row('notice', 'condition')
const ofHazard = row('隐患', 'text')
const pictureRow = row('照片行', 'picture')

/**
 * All that a template may name, and nothing else. A text may also open and close a part that is shown only when the
 * text is not empty: {#抄送}抄送：{抄送}{/抄送}. A loop's own name does the same by showing nothing when it is empty.
 */
export const placeholders: readonly Placeholder[] = [
  text('县名', '县（市、区）名称', 'Name of the county'),
  text('标题', '文书标题', 'Title of the document'),
  text('文号', '文书编号，如 修公交隐改〔2026〕001号', 'Document number'),
  text('受文单位', '主送单位', 'The unit addressed'),
  text('抄送', '抄送单位，用顿号隔开', 'Copies to, in one line'),
  text('发文单位', '发文单位（落款）', 'The issuing unit'),
  text('联系人', '发文单位联系人', 'Contact of the issuing unit'),
  text('联系电话', '联系电话', 'Telephone of the contact'),
  text('发文日期', '发文日期，如 2026年11月21日', 'Date of issue'),
  text('依据', '法律法规和文件依据', 'Legal basis'),
  text('正文', '正文；独占一段时每行各成一段', 'Body; alone in a paragraph, each line becomes a paragraph'),
  text('要求', '整改或办理要求', 'What is demanded'),
  text('整改期限', '整改期限，如 2026年12月6日前', 'Deadline of the cure'),
  text('逾期后果', '逾期不改的后果', 'What follows if late'),
  text('回复期限', '书面回复期限', 'Date for the written reply'),
  text('原文号', '所督办、延期或回复的原文书编号', 'Number of the document this one refers to'),
  text('督办级别', '督办级别', 'Level of supervision'),
  text('责任人', '点名的责任人', 'The person named'),
  text('逾期天数', '逾期天数', 'Days overdue'),
  text('进展', '目前进展', 'Progress so far'),
  text('原因分析', '隐患成因或延期原因', 'Causes'),
  text('意见建议', '意见建议', 'Suggestions'),
  text('资金', '所需资金和来源', 'Funds'),
  text('结论', '验收、核查结论', 'Conclusion'),
  text('附件', '附件；独占一段时每行各成一段', 'Attachments; alone in a paragraph, each line becomes a paragraph'),
  text('隐患数', '本文书所列隐患处数', 'How many hazards the document lists'),
  text('签收单位', '送达回证：签收单位', 'Receipt: unit'),
  text('签收人', '送达回证：签收人', 'Receipt: who signed'),
  text('签收时间', '送达回证：签收时间', 'Receipt: when'),
  row('notice', 'picture')('签名', '送达回证：手写签名', 'Receipt: drawn signature'),
  condition('已签收', '签收后才显示的部分：{#已签收}…{/已签收}', 'A part shown once it is signed for'),
  condition('未签收', '签收前才显示的部分', 'A part shown until it is signed for'),
  condition('有照片', '任一处隐患有照片时才显示的部分', 'A part shown when any hazard has photos'),
  row('notice', 'loop')('抄送清单', '逐个抄送单位：{#抄送清单}{单位名称}{/抄送清单}', 'Each unit copied to'),
  row('抄送清单', 'text')('单位名称', '抄送单位名称', 'Name of the unit'),
  row('notice', 'loop')('附件清单', '逐个附件：{#附件清单}{附件序号}.{附件名称}{/附件清单}', 'Each attachment'),
  row('附件清单', 'text')('附件序号', '附件序号', 'Number of the attachment'),
  row('附件清单', 'text')('附件名称', '附件名称', 'Name of the attachment'),
  row('notice', 'loop')(
    '隐患',
    '逐处隐患：{#隐患}…{/隐患}；放在表格一行的首尾两格则逐行重复',
    'Each hazard; around table cells it repeats the row',
  ),
  ofHazard('序号', '序号', 'Position in the list'),
  ofHazard('隐患编号', '簿册编号', 'Register number'),
  ofHazard('乡镇', '乡镇', 'Township'),
  ofHazard('村', '村', 'Village'),
  ofHazard('路线', '路线编码及名称', 'Route'),
  ofHazard('桩号', '桩号', 'Chainage'),
  ofHazard('小地名', '小地名', 'Name of the spot'),
  ofHazard('经纬度', '经纬度', 'Longitude and latitude'),
  ofHazard('地点', '乡镇、村、路线、桩号、小地名连写', 'The whole place in one line'),
  ofHazard('隐患代码', '隐患类型代码', 'Hazard code'),
  ofHazard('隐患类型', '隐患类型名称', 'Name of the hazard code'),
  ofHazard('等级', '隐患等级', 'Severity'),
  ofHazard('描述', '隐患描述', 'Description'),
  ofHazard('措施', '治理措施、数量和单位', 'Measures with quantities'),
  ofHazard('整改单位', '整改责任单位', 'Responsible unit'),
  ofHazard('发现日期', '排查日期', 'Found on'),
  ofHazard('期限', '该处整改期限', 'Deadline of this one'),
  ofHazard('完成日期', '完成日期', 'Cleared on'),
  ofHazard('结果', '整改、核查结果', 'Result'),
  row('隐患', 'condition')('有照片', '该处隐患有照片时才显示的部分', 'A part shown when this hazard has photos'),
  row('隐患', 'loop')('照片', '整改前照片：{#照片}{图}{图注}{/照片}', 'Photos before'),
  row('隐患', 'loop')('整改后照片', '整改后照片：{#整改后照片}{图}{图注}{/整改后照片}', 'Photos after'),
  row('隐患', 'loop')(
    '照片行',
    '每行两张照片的表格：{#照片行}{左图}{左图注}｜{右图}{右图注}{/照片行}',
    'Photos, two in a table row',
  ),
  row('隐患', 'loop')(
    '对照行',
    '整改前后对照表格：{#对照行}{前图}{前图注}｜{后图}{后图注}{/对照行}',
    'Before and after side by side',
  ),
  row('照片', 'picture')('图', '照片（用于 照片、整改后照片）', 'The photo (in 照片 and 整改后照片)'),
  row('照片', 'text')('图注', '照片说明', 'Caption'),
  row('整改后照片', 'picture')('图', '照片', 'The photo'),
  row('整改后照片', 'text')('图注', '照片说明', 'Caption'),
  pictureRow('左图', '左边的照片', 'Left photo'),
  row('照片行', 'text')('左图注', '左边的说明', 'Left caption'),
  pictureRow('右图', '右边的照片', 'Right photo'),
  row('照片行', 'text')('右图注', '右边的说明', 'Right caption'),
  row('对照行', 'picture')('前图', '整改前照片', 'Photo before'),
  row('对照行', 'text')('前图注', '整改前说明', 'Caption before'),
  row('对照行', 'picture')('后图', '整改后照片', 'Photo after'),
  row('对照行', 'text')('后图注', '整改后说明', 'Caption after'),
]

const always = ['文号', '受文单位', '发文单位', '发文日期'] as const

const alsoNeeded: Readonly<Record<NoticeKind, readonly string[]>> = {
  rectification: ['隐患', '描述', '整改期限'],
  'risk-alert': ['正文'],
  copy: ['隐患', '描述'],
  supervision: ['原文号', '隐患', '整改期限'],
  'government-report': ['隐患', '意见建议'],
  'closing-application': ['隐患', '结果'],
  extension: ['原文号', '原因分析', '整改期限'],
  acceptance: ['隐患', '结论'],
  'revisit-record': ['隐患', '结论'],
}

/** What a template of this kind must name somewhere; a document without its number or addressee is none. */
export const neededPlaceholders = (kind: NoticeKind): readonly string[] => [...always, ...alsoNeeded[kind]]

/** The names that a template of any kind must hold, for the page that explains them. */
export const neededByKind: readonly { kind: NoticeKind; names: readonly string[] }[] = noticeKinds.map((kind) => ({
  kind,
  names: neededPlaceholders(kind),
}))

const byScope = new Map<string, Placeholder>(placeholders.map((known) => [`${known.scope} ${known.name}`, known]))

/** The loop that a scope stands in, from the inside out; 照片 and the like stand in 隐患, and that in the notice. */
export const scopeAround = (scope: PlaceholderScope): PlaceholderScope | null => {
  if (scope === 'notice') return null
  return placeholders.find(({ name, shape }) => shape === 'loop' && name === scope)?.scope ?? null
}

/** What a name means at a place: the innermost scope that knows it, else null. */
export const placeholderAt = (name: string, scope: PlaceholderScope): Placeholder | null => {
  for (let at: PlaceholderScope | null = scope; at !== null; at = scopeAround(at)) {
    const known = byScope.get(`${at} ${name}`)
    if (known) return known
  }
  return null
}

export const isKnownName = (name: string): boolean => placeholders.some((known) => known.name === name)
