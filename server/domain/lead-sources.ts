import type { LeadSource } from '../../db/vocabulary.ts'

/** What each source of leads (来源) is called; the record is exhaustive over the closed list. */
export const leadSourceNames: Readonly<Record<LeadSource, { readonly zh: string; readonly en: string }>> = {
  patrol: { zh: '路面巡查', en: 'Patrol' },
  school: { zh: '校园周边排查', en: 'School surroundings check' },
  accident: { zh: '事故复盘倒查', en: 'Accident review' },
  'villagers-meeting': { zh: '板凳会/户主会/屋场会', en: 'Villagers’ meeting' },
  proposal: { zh: '人大政协议案提案', en: 'Deputies’ proposal' },
  'public-tip': { zh: '群众举报（扫码/热线）', en: 'Public tip' },
  'police-call': { zh: '警情挖掘', en: 'Police-call data' },
  'data-analysis': { zh: '数据研判', en: 'Data analysis' },
  transfer: { zh: '部门移交', en: 'Transfer from a department' },
  'covert-check': { zh: '暗访', en: 'Covert check' },
  'spot-check': { zh: '抽查/回头看', en: 'Spot check or revisit' },
  campaign: { zh: '专项行动', en: 'Campaign' },
  other: { zh: '其他', en: 'Other' },
}
