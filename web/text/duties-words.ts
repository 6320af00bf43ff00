import type { Move, Role } from '../../db/vocabulary.ts'
import type { Whose } from '../../server/domain/table-of-moves.ts'
import type { County } from '../ui/use-county.ts'
import { words } from './language.ts'

type Settings = County['settings']

interface RoleWords {
  readonly purpose: string
  readonly sees: string
  /** What this role does besides the steps of the workflow. */
  readonly also: readonly string[]
}

interface DutiesWords {
  readonly title: string
  readonly roleLabel: string
  readonly mine: string
  readonly print: string
  readonly sees: string
  readonly also: string
  readonly steps: string
  readonly standIn: string
  readonly standInWhy: string
  readonly noSteps: string
  readonly columns: Readonly<Record<'number' | 'step' | 'whose' | 'when' | 'waiting', string>>
  readonly waiting: (count: number, more: boolean) => string
  readonly picture: string
  readonly pictureHow: string
  readonly pictureHowStandIn: string
  readonly along: string
  readonly aside: string
  readonly taskAlong: string
  readonly detail: string
  readonly others: string
  readonly by: (roles: string) => string
  readonly whose: Readonly<Record<Whose, string>>
  readonly byWhen: Readonly<Record<Move, (settings: Settings) => string>>
  readonly roles: Readonly<Record<Role, RoleWords>>
}

const listZh = (days: readonly number[]): string => days.join('、')
const daysZh = ({ countedIn }: Settings): string => (countedIn === 'working' ? '个工作日' : '天')
const listEn = (days: readonly number[]): string => days.join(' and ')
const daysEn = ({ countedIn }: Settings): string => (countedIn === 'working' ? 'working days' : 'days')

const zh: DutiesWords = {
  title: '职责清单',
  roleLabel: '看哪个角色',
  mine: '（本人）',
  print: '打印',
  sees: '能看到',
  also: '此外',
  steps: '我办理的步骤',
  standIn: '可代为办理',
  standInWhy: '由单位办理，县级可以代办；自己代办的，须由他人验收。',
  noSteps: '这个角色不参与隐患的办理步骤。',
  columns: { number: '图号', step: '步骤', whose: '哪些隐患', when: '何时办', waiting: '现在等我' },
  waiting: (count, more) => `${more ? '至少 ' : ''}${count} 处`,
  picture: '流程图',
  pictureHow: '圆圈里的数字是步骤的图号：实心的由本角色办理，空心的由他人办理。',
  pictureHowStandIn: '圆圈里的数字是步骤的图号：实心的由本角色办理，粗圈的可代为办理。',
  along: '途中随时',
  aside: '作废 · 合并 · 移交',
  taskAlong: '任务未办结时随时',
  detail: '一本簿册：整改任务',
  others: '由他人办理的步骤',
  by: (roles) => `由${roles}办理`,
  whose: {
    anybody: '全部看得到的',
    team: '本队负责的',
    task: '任务交给本单位或本人的',
    'finder-if-minor': '本队发现的一般隐患',
    revisitor: '本队发现的，或指派本单位去看的',
    supervised: '被督办、任务在本单位或本人督办的',
    receiver: '移交给本单位的',
  },
  byWhen: {
    'dispatch-team': () => '收到线索即办',
    'add-scene-photo': () => '到现场即拍',
    'complete-scene': () => '拍全即办',
    'register-hazard': () => '现场拍全后即办',
    'accept-task': ({ acceptWithinDays }) => `交办后 ${acceptWithinDays} 天内`,
    'refuse-task': ({ acceptWithinDays }) => `不归本单位的，交办后 ${acceptWithinDays} 天内退回`,
    'reassign-task': () => '有单位退回时即办',
    'start-task': () => '接收后即办',
    'control-interim': ({ majorInterimHours }) => `重大隐患 ${majorInterimHours} 小时内；其他视需要`,
    'plan-task': () => '期限届满前',
    'resume-task': () => '有了经费，或到了计划年度',
    'submit-task': (s) => `一般 ${s.minorDays}、较大 ${s.seriousDays}、重大 ${s.majorDays} ${daysZh(s)}内`,
    'return-task': () => '收到提交即办',
    'verify-task': () => '收到提交即办',
    'pass-revisit': ({ revisitAfterDays }) => `销号后第 ${listZh(revisitAfterDays)} 天；抽查按指定日期`,
    'fail-revisit': () => '回头看发现反弹时',
    'void-hazard': () => '查明不是隐患时',
    'reinstate-hazard': () => '查明作废、合并有误时',
    'ask-extension': () => '期限届满前',
    'grant-extension': () => '收到申请即答复',
    'refuse-extension': () => '收到申请即答复',
    supervise: () => '重大隐患登记起；其他视需要',
    'lift-supervision': () => '督办事项办结时',
    'report-progress': ({ progressEveryDays }) => `督办期间每 ${progressEveryDays} 天（或督办时另定）`,
    'merge-hazard': () => '发现重复登记时',
    'transfer-hazard': () => '不归本县或应换单位时',
    'accept-transfer': () => '收到移交即答复',
    'refuse-transfer': () => '收到移交即答复',
    'issue-notice': () => '视需要',
    comment: () => '视需要',
  },
  roles: {
    squad: {
      purpose: '到现场查、拍、登记，把隐患找出来、说清楚；整改之后回去看是不是真的清了。',
      sees: '本队辖区内的隐患，和指派本队去看、交本队整改的隐患',
      also: ['巡查中随手拍照上报', '当场能治的，以本队为责任单位登记、整改、报验（由他人验收）'],
    },
    'road-chief': {
      purpose: '对自己的路负责：接下任务，先管控、再治理，按期把隐患消除。',
      sees: '自己路段和片区内的隐患，和任务交给本单位的隐患',
      also: ['发现隐患，拍照上报', '签收和回复发给本单位的文书'],
    },
    department: {
      purpose: '对本部门的设施负责：接下任务，先管控、再治理，按期把隐患消除。',
      sees: '任务交给本部门的隐患',
      also: ['发现隐患，拍照上报', '签收和回复发给本部门的文书'],
    },
    'county-reviewer': {
      purpose: '管住全程：派得出、交得对、验得严、到期有人催，一本簿册记到底。',
      sees: '全县的隐患',
      also: ['定期随机抽查已销号的隐患', '维护县级设置、节假日和责任清单'],
    },
    leader: {
      purpose: '看全县进展，对久拖不治的隐患挂牌督办。',
      sees: '全县的隐患和统计',
      also: ['查看全县统计，逐项追到具体隐患'],
    },
    'light-reporter': {
      purpose: '做路上的眼睛：看见隐患就拍照上报。',
      sees: '自己上报的隐患及其办理结果',
      also: ['发现隐患，拍照上报'],
    },
    administrator: {
      purpose: '管好人员、单位和县级设置，让系统照县里的规矩运行。',
      sees: '系统设置；隐患只看自己上报的',
      also: ['添加人员和单位、重置密码', '维护县级设置、节假日和责任清单', '处理收到的意见'],
    },
  },
}

const en: DutiesWords = {
  title: 'Duties',
  roleLabel: 'Which role',
  mine: ' (mine)',
  print: 'Print',
  sees: 'Sees',
  also: 'Besides',
  steps: 'Steps I take',
  standIn: 'May stand in',
  standInWhy: 'Taken by units; the county may stand in, and then somebody else verifies.',
  noSteps: 'This role takes no steps of the workflow.',
  columns: { number: 'No.', step: 'Step', whose: 'On which hazards', when: 'By when', waiting: 'Waiting for me' },
  waiting: (count, more) => `${more ? 'at least ' : ''}${count}`,
  picture: 'The workflow',
  pictureHow: 'Numbers in circles are the steps: filled ones are this role’s to take, the others somebody else’s.',
  pictureHowStandIn:
    'Numbers in circles are the steps: filled ones are this role’s to take, bold rings it may stand in for.',
  along: 'At any time',
  aside: 'Void · merged · gone',
  taskAlong: 'While the task is open',
  detail: 'One register: the tasks',
  others: 'Steps that others take',
  by: (roles) => roles,
  whose: {
    anybody: 'all in view',
    team: 'in charge of my team',
    task: 'with a task of my unit or mine',
    'finder-if-minor': 'minor ones that my team found',
    revisitor: 'found by my team, or my unit was sent to look',
    supervised: 'supervised, with a task of my unit or in my name',
    receiver: 'handed to my unit',
  },
  byWhen: {
    'dispatch-team': () => 'when a lead comes in',
    'add-scene-photo': () => 'at the scene',
    'complete-scene': () => 'when all is photographed',
    'register-hazard': () => 'once the scene is complete',
    'accept-task': ({ acceptWithinDays }) => `within ${acceptWithinDays} days of being assigned`,
    'refuse-task': ({ acceptWithinDays }) => `where not ours, within ${acceptWithinDays} days`,
    'reassign-task': () => 'when a unit has refused',
    'start-task': () => 'once accepted',
    'control-interim': ({ majorInterimHours }) => `major within ${majorInterimHours} h; others as needed`,
    'plan-task': () => 'before the deadline',
    'resume-task': () => 'when there is money, or in the year planned',
    'submit-task': (s) => `minor ${s.minorDays}, serious ${s.seriousDays}, major ${s.majorDays} ${daysEn(s)}`,
    'return-task': () => 'when submitted',
    'verify-task': () => 'when submitted',
    'pass-revisit': ({ revisitAfterDays }) => `${listEn(revisitAfterDays)} days after clearing; spot checks as set`,
    'fail-revisit': () => 'where a revisit finds it again',
    'void-hazard': () => 'where it is no hazard',
    'reinstate-hazard': () => 'where that was a mistake',
    'ask-extension': () => 'before the deadline',
    'grant-extension': () => 'when asked',
    'refuse-extension': () => 'when asked',
    supervise: () => 'major ones from the start; others as needed',
    'lift-supervision': () => 'when it is settled',
    'report-progress': ({ progressEveryDays }) => `every ${progressEveryDays} days, or as set`,
    'merge-hazard': () => 'where it is on the register twice',
    'transfer-hazard': () => 'where it is another’s',
    'accept-transfer': () => 'when asked',
    'refuse-transfer': () => 'when asked',
    'issue-notice': () => 'as needed',
    comment: () => 'as needed',
  },
  roles: {
    squad: {
      purpose: 'Goes, looks, photographs and registers; and later looks again whether it is really gone.',
      sees: 'hazards in the team’s area, and those it was sent to or holds a task of',
      also: ['reports what it sees on patrol', 'cures on the spot what it can, as the task’s own unit; others verify'],
    },
    'road-chief': {
      purpose: 'Answers for a road: accepts the task, controls the danger, cures it in time.',
      sees: 'hazards in the own zones, and those with a task of the own unit',
      also: ['reports hazards', 'signs for and answers documents sent to the unit'],
    },
    department: {
      purpose: 'Answers for its installations: accepts the task, controls the danger, cures it in time.',
      sees: 'hazards with a task of the department',
      also: ['reports hazards', 'signs for and answers documents sent to the department'],
    },
    'county-reviewer': {
      purpose: 'Keeps the whole way: sends, assigns, verifies strictly and reminds, all in one register.',
      sees: 'hazards of the whole county',
      also: ['draws spot checks among the cleared', 'keeps settings, holidays and the responsibility matrix'],
    },
    leader: {
      purpose: 'Watches the county’s progress and puts what drags on under supervision.',
      sees: 'hazards and figures of the whole county',
      also: ['reads the county’s figures down to the single hazard'],
    },
    'light-reporter': {
      purpose: 'The eyes on the road: photographs and reports.',
      sees: 'own reports and what came of them',
      also: ['reports hazards'],
    },
    administrator: {
      purpose: 'Keeps people, units and settings, so that the system runs by the county’s own rules.',
      sees: 'the settings; of hazards only own reports',
      also: [
        'adds people and units, resets passwords',
        'keeps settings, holidays and the responsibility matrix',
        'answers feedback',
      ],
    },
  },
}

export const dutiesWords = words(zh, en)
