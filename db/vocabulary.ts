/** Closed word lists. Declared once: column types, validators and labels on the screen all derive from these. */

export const stages = ['team', 'camera', 'register', 'cleared'] as const
export type Stage = (typeof stages)[number]

export const severities = ['minor', 'serious', 'major'] as const
export type Severity = (typeof severities)[number]

export const colours = ['yellow', 'orange', 'red', 'blue'] as const
export type Colour = (typeof colours)[number]

/** Off the path; null on a hazard means on the path. */
export const setAsides = ['void', 'merged', 'transferred'] as const
export type SetAside = (typeof setAsides)[number]

export const taskStates = [
  'assigned',
  'accepted',
  'under-way',
  'submitted',
  'returned',
  'verified',
  'refused',
  'planned',
] as const
export type TaskState = (typeof taskStates)[number]

export const roles = [
  'squad',
  'road-chief',
  'department',
  'county-reviewer',
  'leader',
  'light-reporter',
  'administrator',
] as const
export type Role = (typeof roles)[number]

export const chiefLevels = ['total', 'county', 'township', 'village'] as const
export type ChiefLevel = (typeof chiefLevels)[number]

export const unitKinds = ['squad', 'township', 'department', 'county-office', 'village'] as const
export type UnitKind = (typeof unitKinds)[number]

/** What somebody may do to a hazard; the table of moves in server/domain/hazard-workflow.ts has a row for each. */
export const moves = [
  'dispatch-team',
  'add-scene-photo',
  'complete-scene',
  'register-hazard',
  'accept-task',
  'refuse-task',
  'reassign-task',
  'start-task',
  'control-interim',
  'plan-task',
  'resume-task',
  'submit-task',
  'return-task',
  'verify-task',
  'pass-revisit',
  'fail-revisit',
  'void-hazard',
  'reinstate-hazard',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
  'supervise',
  'lift-supervision',
  'report-progress',
  'merge-hazard',
  'transfer-hazard',
  'accept-transfer',
  'refuse-transfer',
  'issue-notice',
  'comment',
] as const
export type Move = (typeof moves)[number]

export const leadSources = [
  'patrol',
  'school',
  'accident',
  'villagers-meeting',
  'proposal',
  'public-tip',
  'police-call',
  'data-analysis',
  'transfer',
  'covert-check',
  'spot-check',
  'campaign',
  'other',
] as const
export type LeadSource = (typeof leadSources)[number]

export const photoRoles = ['scene', 'interim', 'after', 'revisit'] as const
export type PhotoRole = (typeof photoRoles)[number]

/** What took a photo: the app's own viewfinder, the phone's camera or album, a real camera's memory card. */
export const photoTakers = ['viewfinder', 'file', 'card'] as const
export type PhotoTaker = (typeof photoTakers)[number]

/** What is promised of a photo before it is here: its copy of 1600 pixels, made on the phone, or the original. */
export const promisedParts = ['copy', 'original'] as const
export type PromisedPart = (typeof promisedParts)[number]

export const photoFormats = ['jpeg', 'png', 'webp', 'heic'] as const
export type PhotoFormat = (typeof photoFormats)[number]

export const variantSizes = ['large', 'small'] as const
export type VariantSize = (typeof variantSizes)[number]

/** `track`: the track of a GPS device carried beside a camera that has none. */
export const positionSources = ['device', 'pin', 'exif', 'track', 'place'] as const
export type PositionSource = (typeof positionSources)[number]

/** What a hazard takes up besides its point: a stretch of road or an area. */
export const extentKinds = ['stretch', 'area'] as const
export type ExtentKind = (typeof extentKinds)[number]

/** Sides of a road as seen in the direction in which its chainage grows; `full` is the whole width. */
export const roadSides = ['left', 'right', 'both', 'full'] as const
export type RoadSide = (typeof roadSides)[number]

export const roadClasses = ['national', 'provincial', 'county', 'township', 'village', 'dedicated'] as const
export type RoadClass = (typeof roadClasses)[number]

/** Who helps a road chief (两站两员, 路政员, 护路员); the leader in charge (包片领导) stands beside them. */
export const helperKinds = [
  'leader-in-charge',
  'county-road-officer',
  'township-supervisor',
  'village-warden',
  'traffic-officer',
  'persuader',
  'other-helper',
] as const
export type HelperKind = (typeof helperKinds)[number]

/** 交通管理站 and 交通安全劝导站: where a helper is to be found. */
export const stationKinds = ['management-station', 'persuasion-post'] as const
export type StationKind = (typeof stationKinds)[number]

export const zoneShapes = ['area', 'segment'] as const
export type ZoneShape = (typeof zoneShapes)[number]

export const placeKinds = ['township', 'village', 'school', 'road'] as const
export type PlaceKind = (typeof placeKinds)[number]

export const revisitOutcomes = ['passed', 'failed'] as const
export type RevisitOutcome = (typeof revisitOutcomes)[number]

/** Why a cleared hazard is looked at again: on its own day, or because it was drawn at random. */
export const revisitKinds = ['due', 'spot-check'] as const
export type RevisitKind = (typeof revisitKinds)[number]

export const supervisionLevels = ['county', 'city', 'province'] as const
export type SupervisionLevel = (typeof supervisionLevels)[number]

export const answers = ['accepted', 'refused'] as const
export type Answer = (typeof answers)[number]

export const extensionOutcomes = ['granted', 'refused'] as const
export type ExtensionOutcome = (typeof extensionOutcomes)[number]

/** The system's checks on a clearance; they advise, a person decides. */
export const clearanceChecks = [
  'taken-after-assignment',
  'taken-at-the-place',
  'bytes-never-used',
  'no-near-twin',
  'from-a-camera',
  'measures-accounted',
] as const
export type ClearanceCheck = (typeof clearanceChecks)[number]

export const checkVerdicts = ['pass', 'doubt', 'cannot-tell'] as const
export type CheckVerdict = (typeof checkVerdicts)[number]

/** The kinds of document (文书); each is numbered by itself and by year. */
export const noticeKinds = [
  'rectification',
  'risk-alert',
  'copy',
  'supervision',
  'government-report',
  'closing-application',
  'extension',
  'acceptance',
  'revisit-record',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeStates = ['issued', 'withdrawn'] as const
export type NoticeState = (typeof noticeStates)[number]

export const signingWays = ['tap', 'drawn'] as const
export type SigningWay = (typeof signingWays)[number]

/** What somebody is told; each person chooses which of these also ring. */
export const messageKinds = [
  'task-assigned',
  'task-returned',
  'task-refused',
  'task-submitted',
  'task-verified',
  'not-accepted',
  'deadline-near',
  'deadline-today',
  'deadline-passed',
  'escalated',
  'extension-asked',
  'extension-decided',
  'supervised',
  'progress-owed',
  'progress-reported',
  'revisit-due',
  'spot-check',
  'hazard-reopened',
  'transfer-asked',
  'transfer-decided',
  'notice-received',
  'notice-signed',
  'notice-replied',
  'notice-withdrawn',
  'reply-due',
  'commented',
  'hook-parked',
  'zone-handed-over',
] as const
export type MessageKind = (typeof messageKinds)[number]

export const hookKinds = ['plain', 'wecom', 'dingtalk', 'feishu'] as const
export type HookKind = (typeof hookKinds)[number]

/** `unsure`: the process ended between sending and noting it; whoever cannot bear a double decides by hand. */
export const deliveryStates = ['waiting', 'sending', 'sent', 'parked', 'unsure'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** How a junction came into the register: found from the roads, entered by hand, or brought in a file. */
export const junctionSources = ['found', 'entered', 'imported'] as const
export type JunctionSource = (typeof junctionSources)[number]

export const inspectionOutcomes = ['nothing-found', 'hazards-found'] as const
export type InspectionOutcome = (typeof inspectionOutcomes)[number]
