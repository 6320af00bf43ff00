import { words } from './language.ts'
import type { Labels } from './trade-words.ts'

type RemediationLists = Pick<
  Labels,
  | 'revisitKinds'
  | 'supervisionLevels'
  | 'answers'
  | 'extensionOutcomes'
  | 'clearanceChecks'
  | 'checkVerdicts'
  | 'noticeKinds'
  | 'noticeStates'
  | 'signingWays'
  | 'messageKinds'
  | 'hookKinds'
  | 'deliveryStates'
>

const zh: RemediationLists = {
  revisitKinds: { due: '到期回头看', 'spot-check': '抽查' },
  supervisionLevels: { county: '县级督办', city: '市级督办', province: '省级督办' },
  answers: { accepted: '已接收', refused: '未接收' },
  extensionOutcomes: { granted: '已同意', refused: '未同意' },
  clearanceChecks: {
    'taken-after-assignment': '交办之后拍摄',
    'taken-at-the-place': '在隐患点拍摄',
    'bytes-never-used': '照片没有用过',
    'no-near-twin': '没有近似照片',
    'from-a-camera': '相机直接拍摄',
    'measures-accounted': '措施逐项落实',
  },
  checkVerdicts: { pass: '符合', doubt: '证据偏弱', 'cannot-tell': '无法判断' },
  noticeKinds: {
    rectification: '隐患整改通知书',
    'risk-alert': '风险提示函',
    copy: '抄告函',
    supervision: '督办函',
    'government-report': '致政府报告',
    'closing-application': '整改回复（销号申请）',
    extension: '延期申请',
    acceptance: '验收表',
    'revisit-record': '回头看记录',
  },
  noticeStates: { issued: '已签发', withdrawn: '已撤回' },
  signingWays: { tap: '点击签收', drawn: '手写签收' },
  messageKinds: {
    'task-assigned': '交办任务',
    'task-returned': '整改被退回',
    'task-refused': '任务被拒收',
    'task-submitted': '整改已提交',
    'task-verified': '整改已验收',
    'not-accepted': '任务尚未接收',
    'deadline-near': '期限将到',
    'deadline-today': '今天到期',
    'deadline-passed': '已超期',
    escalated: '超期上报',
    'extension-asked': '申请延期',
    'extension-decided': '延期答复',
    supervised: '挂牌督办',
    'progress-owed': '应报督办进展',
    'progress-reported': '督办进展',
    'revisit-due': '回头看到期',
    'spot-check': '抽中抽查',
    'hazard-reopened': '隐患重新整改',
    'transfer-asked': '请求移交',
    'transfer-decided': '移交答复',
    'notice-received': '收到文书',
    'notice-signed': '文书已签收',
    'notice-replied': '文书已回复',
    'notice-withdrawn': '文书已撤回',
    'reply-due': '文书回复到期',
    commented: '新留言',
    'hook-parked': '外发通道停用',
    'zone-handed-over': '责任区交接',
  },
  hookKinds: { plain: '通用接口', wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' },
  deliveryStates: { waiting: '待发送', sending: '发送中', sent: '已发送', parked: '已搁置', unsure: '是否送达不明' },
}

const en: RemediationLists = {
  revisitKinds: { due: 'Due revisit', 'spot-check': 'Spot check' },
  supervisionLevels: { county: 'By the county', city: 'By the city', province: 'By the province' },
  answers: { accepted: 'Accepted', refused: 'Refused' },
  extensionOutcomes: { granted: 'Granted', refused: 'Refused' },
  clearanceChecks: {
    'taken-after-assignment': 'Taken after the task was assigned',
    'taken-at-the-place': 'Taken at the place',
    'bytes-never-used': 'Photo not used before',
    'no-near-twin': 'No near twin among the photos',
    'from-a-camera': 'Straight from a camera',
    'measures-accounted': 'Every measure accounted for',
  },
  checkVerdicts: { pass: 'Holds', doubt: 'Weak', 'cannot-tell': 'Cannot tell' },
  noticeKinds: {
    rectification: 'Rectification notice',
    'risk-alert': 'Risk-alert letter',
    copy: 'Copy notice',
    supervision: 'Supervision letter',
    'government-report': 'Report to the government',
    'closing-application': 'Reply and application to close',
    extension: 'Application for an extension',
    acceptance: 'Acceptance form',
    'revisit-record': 'Revisit record',
  },
  noticeStates: { issued: 'Issued', withdrawn: 'Withdrawn' },
  signingWays: { tap: 'By a tap', drawn: 'By a drawn signature' },
  messageKinds: {
    'task-assigned': 'Task assigned',
    'task-returned': 'Cure returned',
    'task-refused': 'Task refused',
    'task-submitted': 'Cure submitted',
    'task-verified': 'Cure verified',
    'not-accepted': 'Task not accepted yet',
    'deadline-near': 'Deadline near',
    'deadline-today': 'Due today',
    'deadline-passed': 'Deadline passed',
    escalated: 'Told to the county',
    'extension-asked': 'Extension asked for',
    'extension-decided': 'Extension answered',
    supervised: 'Put under supervision',
    'progress-owed': 'Progress owed',
    'progress-reported': 'Progress entered',
    'revisit-due': 'Revisit due',
    'spot-check': 'Drawn for a spot check',
    'hazard-reopened': 'Hazard reopened',
    'transfer-asked': 'Transfer proposed',
    'transfer-decided': 'Transfer answered',
    'notice-received': 'Document received',
    'notice-signed': 'Document signed for',
    'notice-replied': 'Document replied to',
    'notice-withdrawn': 'Document withdrawn',
    'reply-due': 'Reply due',
    commented: 'New comment',
    'hook-parked': 'Outgoing channel parked',
    'zone-handed-over': 'Zone handed over',
  },
  hookKinds: { plain: 'Plain webhook', wecom: 'WeCom', dingtalk: 'DingTalk', feishu: 'Feishu' },
  deliveryStates: {
    waiting: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    parked: 'Parked',
    unsure: 'Not known whether it arrived',
  },
}

/** The lists of the work between register and clearance: extensions, supervision, checks, documents, being told. */
export const remediationWords = words(zh, en)
