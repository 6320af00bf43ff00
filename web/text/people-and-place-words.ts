import { leadSourceNames } from '../../server/domain/lead-sources.ts'
import { type Language, words } from './language.ts'
import { roleWords } from './role-words.ts'
import type { Labels } from './trade-words.ts'

type OtherLists = Pick<
  Labels,
  | 'roles'
  | 'chiefLevels'
  | 'unitKinds'
  | 'leadSources'
  | 'photoFormats'
  | 'photoTakers'
  | 'promisedParts'
  | 'variantSizes'
  | 'positionSources'
  | 'extentKinds'
  | 'roadSides'
  | 'roadClasses'
  | 'zoneShapes'
  | 'placeKinds'
  | 'junctionSources'
  | 'inspectionOutcomes'
  | 'helperKinds'
  | 'stationKinds'
>

const sourcesIn = (language: Language): OtherLists['leadSources'] => ({
  patrol: leadSourceNames.patrol[language],
  school: leadSourceNames.school[language],
  accident: leadSourceNames.accident[language],
  'villagers-meeting': leadSourceNames['villagers-meeting'][language],
  proposal: leadSourceNames.proposal[language],
  'public-tip': leadSourceNames['public-tip'][language],
  'police-call': leadSourceNames['police-call'][language],
  'data-analysis': leadSourceNames['data-analysis'][language],
  transfer: leadSourceNames.transfer[language],
  'covert-check': leadSourceNames['covert-check'][language],
  'spot-check': leadSourceNames['spot-check'][language],
  campaign: leadSourceNames.campaign[language],
  other: leadSourceNames.other[language],
})

const zh: OtherLists = {
  roles: roleWords.zh,
  chiefLevels: { total: '总路长', county: '县级路长', township: '乡级路长', village: '村级路长' },
  unitKinds: { squad: '中队', township: '乡镇', department: '部门', 'county-office': '县级办公室', village: '村' },
  leadSources: sourcesIn('zh'),
  photoFormats: { jpeg: 'JPEG', png: 'PNG', webp: 'WebP', heic: 'HEIC' },
  photoTakers: { viewfinder: '取景框拍摄', file: '手机相机或相册', card: '相机存储卡' },
  promisedParts: { copy: '上传用小图', original: '原图' },
  variantSizes: { large: '大图', small: '小图' },
  positionSources: { device: '手机定位', pin: '手动标点', exif: '照片自带', track: '按轨迹', place: '按地名' },
  extentKinds: { stretch: '路段', area: '片区' },
  roadSides: { left: '左侧', right: '右侧', both: '两侧', full: '全幅' },
  roadClasses: {
    national: '国道',
    provincial: '省道',
    county: '县道',
    township: '乡道',
    village: '村道',
    dedicated: '专用公路',
  },
  zoneShapes: { area: '片区', segment: '路段' },
  placeKinds: { township: '乡镇', village: '村', school: '学校', road: '道路' },
  junctionSources: { found: '从道路查得', entered: '人工录入', imported: '文件导入' },
  inspectionOutcomes: { 'nothing-found': '未发现隐患', 'hazards-found': '发现隐患' },
  helperKinds: {
    'leader-in-charge': '包片领导',
    'county-road-officer': '县路政员',
    'township-supervisor': '乡监管员',
    'village-warden': '村护路员',
    'traffic-officer': '交管员',
    persuader: '劝导员',
    'other-helper': '其他人员',
  },
  stationKinds: { 'management-station': '交通管理站', 'persuasion-post': '劝导站' },
}

const en: OtherLists = {
  roles: roleWords.en,
  chiefLevels: {
    total: 'Chief of all roads',
    county: 'County road chief',
    township: 'Township road chief',
    village: 'Village road chief',
  },
  unitKinds: {
    squad: 'Squad',
    township: 'Township',
    department: 'Department',
    'county-office': 'County office',
    village: 'Village',
  },
  leadSources: sourcesIn('en'),
  photoFormats: { jpeg: 'JPEG', png: 'PNG', webp: 'WebP', heic: 'HEIC' },
  photoTakers: { viewfinder: 'the viewfinder', file: 'the phone’s camera or album', card: 'a camera’s memory card' },
  promisedParts: { copy: 'field copy', original: 'original' },
  variantSizes: { large: 'large', small: 'small' },
  positionSources: {
    device: 'the device',
    pin: 'a pin set by hand',
    exif: 'the photo',
    track: 'a GPS track',
    place: 'the place name',
  },
  extentKinds: { stretch: 'Stretch', area: 'Area' },
  roadSides: { left: 'Left side', right: 'Right side', both: 'Both sides', full: 'Full width' },
  roadClasses: {
    national: 'National road',
    provincial: 'Provincial road',
    county: 'County road',
    township: 'Township road',
    village: 'Village road',
    dedicated: 'Dedicated road',
  },
  zoneShapes: { area: 'Area', segment: 'Road segment' },
  placeKinds: { township: 'Township', village: 'Village', school: 'School', road: 'Road' },
  junctionSources: { found: 'Found from the roads', entered: 'Entered by hand', imported: 'From a file' },
  inspectionOutcomes: { 'nothing-found': 'Nothing found', 'hazards-found': 'Hazards found' },
  helperKinds: {
    'leader-in-charge': 'Leader in charge',
    'county-road-officer': 'County road officer',
    'township-supervisor': 'Township supervisor',
    'village-warden': 'Village road warden',
    'traffic-officer': 'Traffic officer',
    persuader: 'Road persuader',
    'other-helper': 'Other helper',
  },
  stationKinds: { 'management-station': 'Traffic station', 'persuasion-post': 'Persuasion post' },
}

export const peopleAndPlaceWords = words(zh, en)
