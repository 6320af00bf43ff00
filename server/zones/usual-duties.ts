/** Duties of a road chief in the words usual on signs, until a county words its own. */
export const usualDuties: readonly string[] = [
  '一、统筹责任区内农村公路的管理养护、路域环境和交通安全隐患治理。',
  '二、定期巡路，发现隐患及时上报，督促限期整改，验收销号后组织回头看。',
  '三、制止侵占、损坏公路和公路附属设施的行为，劝导交通违法行为。',
  '四、受理群众反映的道路问题，有报必查、有查必果。',
]
