import type { Datum } from '../../server/domain/datum.ts'
import type { ImportFormat, ImportLayer } from '../../server/domain/import-kinds.ts'
import type { DatumGuess, FieldRole, ImportChoices } from '../../server/imports/wire.ts'
import { enGuess, zhGuess } from './datum-guess-words.ts'
import { words } from './language.ts'

interface ImportWords {
  readonly title: string
  readonly lead: string
  readonly drop: string
  readonly choose: string
  readonly formats: string
  readonly tooBig: string
  readonly sending: (name: string) => string
  readonly reading: (name: string) => string
  readonly refused: (name: string) => string
  readonly past: string
  readonly pastNone: string
  readonly pastNoneHow: string
  readonly format: Readonly<Record<ImportFormat, string>>
  readonly layers: Readonly<Record<ImportLayer, string>>
  readonly layerHow: Readonly<Record<ImportLayer, string>>
  readonly datums: Readonly<Record<Datum, string>>
  readonly guess: (guess: DatumGuess) => string
  readonly roles: Readonly<Record<FieldRole, string>>
  readonly placesAs: Readonly<Record<ImportChoices['placesAs'], string>>
  readonly levelAs: Readonly<Record<ImportChoices['levelAs'], string>>
  readonly badRows: Readonly<Record<ImportChoices['badRows'], string>>
  readonly labels: Readonly<
    Record<
      | 'file'
      | 'holds'
      | 'part'
      | 'layer'
      | 'datum'
      | 'system'
      | 'fields'
      | 'placesAs'
      | 'levelAs'
      | 'swapAxes'
      | 'atParent'
      | 'badRows'
      | 'row'
      | 'what'
      | 'why'
      | 'skipped'
      | 'notes'
      | 'none'
      | 'when'
      | 'who'
      | 'outcome',
      string
    >
  >
  readonly parts: Readonly<Record<'roads' | 'schools' | 'villages', string>>
  readonly system: (id: string, said: string | null) => string
  readonly lies: (said: string) => string
  readonly swapSuggested: string
  readonly sampled: (name: string, sample: string) => string
  readonly counts: Readonly<Record<'rows' | 'added' | 'redrawn' | 'same' | 'posts' | 'faulty', string>>
  readonly key: Readonly<Record<'good' | 'same' | 'faulty', string>>
  readonly leftOut: (count: number) => string
  readonly shownOf: (shown: number, all: number) => string
  readonly noFaults: string
  readonly takeIn: (count: number) => string
  readonly nothing: string
  readonly choosePlease: (count: number) => string
  readonly giveUp: string
  readonly notRead: string
  readonly done: (name: string) => string
  readonly unnumbered: (count: number) => string
  readonly doneHow: (added: number, redrawn: number, same: number, skipped: number) => string
  readonly overtaken: string
  readonly noMap: string
  readonly mapTitle: string
  readonly fingerprint: string
  readonly open: string
}

export const importWords = words<ImportWords>(
  {
    title: '导入数据',
    lead: '把本县的区划、道路、责任路段、学校等数据文件放进来。先试读并在地图上预览，看清楚会写入什么、跳过什么；确认之前不写入任何数据。',
    drop: '把文件拖到这里',
    choose: '选择文件',
    formats:
      'GeoJSON、Shapefile（压缩成 .zip）、GeoPackage、KML / KMZ、Excel（.xlsx）、CSV、OpenStreetMap（.osm.pbf、.osm.gz），不超过 64 MB',
    tooBig: '文件超过 64 MB，请分成几个。',
    sending: (name) => `正在上传“${name}”……`,
    reading: (name) => `正在试读“${name}”……`,
    refused: (name) => `“${name}”不能导入，没有写入任何数据：`,
    past: '已导入的文件',
    pastNone: '还没有导入过文件',
    pastNoneHow: '每次导入都会记在这里：文件、时间、经办人、写入和跳过了什么。',
    format: {
      ...{ geojson: 'GeoJSON', shapefile: 'Shapefile', geopackage: 'GeoPackage', kml: 'KML', kmz: 'KMZ', csv: 'CSV' },
      ...{ xlsx: 'Excel', 'osm-pbf': 'OpenStreetMap（PBF）', 'osm-xml': 'OpenStreetMap（XML）' },
    },
    layers: { areas: '区域', segments: '责任路段', roads: '道路', places: '地名', divisions: '区划编码表' },
    layerHow: {
      areas: '乡镇、村的范围，作为路长责任区。须有区划编码，或名称对得上已知的地方。',
      segments: '路长负责的路段：画出的线，或路线编码加起讫桩号。',
      roads: '道路的线：有路线编码的按编码写入，没有的也写入，但没有桩号。',
      places: '乡镇、村、学校的位置：坐标，或路线编码加桩号。',
      divisions: '只有编码和名称的表：更新名称；有坐标或位置可推的也新增。',
    },
    datums: { wgs84: 'WGS-84 / CGCS2000（GPS、测绘）', gcj02: 'GCJ-02（高德、腾讯）', bd09: 'BD-09（百度）' },
    guess: zhGuess,
    roles: {
      ...{ code: '编码', name: '名称', route: '路线编码', level: '级别', chief: '路长', from: '起点桩号 / 桩号' },
      ...{ to: '止点桩号', kind: '类别', longitude: '经度 / 横坐标', latitude: '纬度 / 纵坐标' },
    },
    placesAs: { 'by-row': '按各行判断', township: '都是乡镇', village: '都是村', school: '都是学校' },
    levelAs: { 'by-row': '按各行判断', total: '总路长', county: '县级', township: '乡级', village: '村级' },
    badRows: { refuse: '有问题就整个文件不导入', 'leave-out': '跳过有问题的行，其余导入' },
    labels: {
      ...{ file: '文件', holds: '内容', part: '其中的', layer: '导入为', datum: '坐标基准' },
      ...{ system: '坐标系', fields: '字段', placesAs: '类别', levelAs: '级别', swapAxes: '两列坐标对调后再读' },
      ...{
        atParent: '没有坐标的村先放在所属乡镇驻地',
        badRows: '有问题的行怎么办',
        row: '行',
        what: '名称',
        why: '原因',
      },
      ...{
        skipped: '有问题的行',
        notes: '会导入，但请留意',
        none: '（无）',
        when: '时间',
        who: '经办',
      },
      outcome: '结果',
    },
    parts: { roads: '道路', schools: '学校', villages: '村' },
    system: (id, said) => {
      if (id === 'degrees') return '经纬度'
      if (id === 'file') return `文件所写：${said ?? ''}`
      const [, meridian, zone] = id.split(':')
      return `CGCS2000 高斯-克吕格，中央经线 ${meridian}°，${zone === '0' ? '不带带号' : `带号 ${zone}`}`
    },
    lies: (said) => `文件自称坐标系是“${said}”，但那样读会落在县外；已改用能落在本县的坐标系，请核对预览。`,
    swapSuggested: '经度和纬度两列看来是颠倒的。',
    sampled: (name, sample) => `${name}（${sample}）`,
    counts: { rows: '行', added: '新增', redrawn: '更新', same: '不变', posts: '就任路长', faulty: '有问题' },
    key: { good: '会写入', same: '与现有相同', faulty: '有问题' },
    leftOut: (count) => `另有 ${count} 个图形过多，未画出`,
    shownOf: (shown, all) => `列出前 ${shown} 行，共 ${all} 行`,
    noFaults: '每一行都可以导入。',
    takeIn: (count) => `写入 ${count} 项`,
    nothing: '没有可写入的内容：都与现有数据相同，或都有问题。',
    choosePlease: (count) => `有 ${count} 行有问题：请修正文件，或选择跳过这些行。`,
    giveUp: '放弃',
    notRead: '按现在的选择还没有试读成，先再试一次。',
    done: (name) => `“${name}”已导入`,
    unnumbered: (count) => `其中 ${count} 行是没有路线编码的道路：照样写入，但没有桩号，不能按路线和桩号查找。`,
    doneHow: (added, redrawn, same, skipped) => `新增 ${added}，更新 ${redrawn}，不变 ${same}，跳过 ${skipped}。`,
    overtaken: '县里的数据在预览之后变了，已重新试读，请再看一遍。',
    noMap: '此浏览器画不出地图；下面的表格列出了全部内容。',
    mapTitle: '导入内容的地图预览',
    fingerprint: '文件指纹（SHA-256）',
    open: '在地图上看',
  },
  {
    title: 'Bring in data',
    lead: 'Put in files of the county’s own: divisions, roads, chiefs’ segments, schools. Each is first read on trial and drawn on the map, so that you see what would be written and what skipped; nothing is written before you confirm.',
    drop: 'Drop a file here',
    choose: 'Choose a file',
    formats:
      'GeoJSON, Shapefile (as .zip), GeoPackage, KML / KMZ, Excel (.xlsx), CSV, OpenStreetMap (.osm.pbf, .osm.gz), up to 64 MB',
    tooBig: 'The file is larger than 64 MB; split it.',
    sending: (name) => `Sending “${name}” …`,
    reading: (name) => `Reading “${name}” …`,
    refused: (name) => `“${name}” cannot be brought in; nothing was written:`,
    past: 'Files brought in',
    pastNone: 'No file has been brought in yet',
    pastNoneHow: 'Each one is recorded here: the file, when, by whom, what was written and what was skipped.',
    format: {
      ...{ geojson: 'GeoJSON', shapefile: 'Shapefile', geopackage: 'GeoPackage', kml: 'KML', kmz: 'KMZ', csv: 'CSV' },
      ...{ xlsx: 'Excel', 'osm-pbf': 'OpenStreetMap (PBF)', 'osm-xml': 'OpenStreetMap (XML)' },
    },
    layers: {
      areas: 'Areas',
      segments: 'Chiefs’ segments',
      roads: 'Roads',
      places: 'Places',
      divisions: 'Division codes',
    },
    layerHow: {
      areas: 'Townships and villages as zones of their chiefs. Needs a division code, or a name that is known.',
      segments: 'Stretches that a chief answers for: drawn lines, or a route code with two chainages.',
      roads:
        'Lines of roads: under their route code where they have one; those without come in too, but have no stakes.',
      places: 'Where townships, villages and schools are: coordinates, or a route code and a chainage.',
      divisions: 'A table of codes and names only: names are renewed; what has or can be given a position is added.',
    },
    datums: { wgs84: 'WGS-84 / CGCS2000 (GPS, surveys)', gcj02: 'GCJ-02 (Amap, Tencent)', bd09: 'BD-09 (Baidu)' },
    guess: enGuess,
    roles: {
      ...{
        code: 'Code',
        name: 'Name',
        route: 'Route code',
        level: 'Level',
        chief: 'Chief',
        from: 'From chainage / chainage',
      },
      ...{ to: 'To chainage', kind: 'Kind', longitude: 'Longitude / easting', latitude: 'Latitude / northing' },
    },
    placesAs: {
      'by-row': 'Told row by row',
      township: 'All townships',
      village: 'All villages',
      school: 'All schools',
    },
    levelAs: {
      ...{ 'by-row': 'Told row by row', total: 'Total chief', county: 'County' },
      ...{ township: 'Township', village: 'Village' },
    },
    badRows: { refuse: 'Refuse the whole file', 'leave-out': 'Leave faulty rows out, take the others' },
    labels: {
      ...{ file: 'File', holds: 'Holds', part: 'Of which', layer: 'Becomes', datum: 'Datum' },
      ...{ system: 'Coordinate system', fields: 'Fields', placesAs: 'Kind', levelAs: 'Level' },
      ...{
        swapAxes: 'Read the two coordinates exchanged',
        atParent: 'Put villages without a position at their township’s seat',
      },
      ...{
        badRows: 'What of faulty rows',
        row: 'Row',
        what: 'Name',
        why: 'Why',
        skipped: 'Faulty rows',
      },
      ...{ notes: 'Taken, but worth knowing', none: '(none)', when: 'When', who: 'By', outcome: 'Outcome' },
    },
    parts: { roads: 'Roads', schools: 'Schools', villages: 'Villages' },
    system: (id, said) => {
      if (id === 'degrees') return 'Longitude and latitude'
      if (id === 'file') return `As the file says: ${said ?? ''}`
      const [, meridian, zone] = id.split(':')
      return `CGCS2000 Gauss-Krüger, central meridian ${meridian}°, ${zone === '0' ? 'no zone' : `zone ${zone}`}`
    },
    lies: (said) =>
      `The file says its system is “${said}”, but so read it lies outside the county; a system in which it lies in the county was taken. Check the preview.`,
    swapSuggested: 'Longitude and latitude seem to be exchanged.',
    sampled: (name, sample) => `${name} (${sample})`,
    counts: {
      rows: 'Rows',
      added: 'Added',
      redrawn: 'Renewed',
      same: 'Unchanged',
      posts: 'Chiefs named',
      faulty: 'Faulty',
    },
    key: { good: 'Would be written', same: 'As it is already', faulty: 'Faulty' },
    leftOut: (count) => (count === 1 ? '1 more shape is not drawn' : `${count} more shapes are too many to draw`),
    shownOf: (shown, all) => `The first ${shown} of ${all} rows`,
    noFaults: 'Every row can be taken.',
    takeIn: (count) => `Write ${count} ${count === 1 ? 'item' : 'items'}`,
    nothing: 'There is nothing to write: all is as it was, or faulty.',
    choosePlease: (count) =>
      count === 1
        ? '1 row is faulty: correct the file, or choose to leave it out.'
        : `${count} rows are faulty: correct the file, or choose to leave them out.`,
    giveUp: 'Give up',
    notRead: 'It has not been read as chosen now; try again first.',
    done: (name) => `“${name}” has been brought in`,
    unnumbered: (count) =>
      count === 1
        ? '1 row is a road without a route code: it is taken in all the same, but has no stake marks and cannot be found by route and stake.'
        : `${count} rows are roads without a route code: they are taken in all the same, but have no stake marks and cannot be found by route and stake.`,
    doneHow: (added, redrawn, same, skipped) =>
      `${added} added, ${redrawn} renewed, ${same} unchanged, ${skipped} skipped.`,
    overtaken: 'The county’s data changed after the preview. It was read once more; please look again.',
    noMap: 'This browser cannot draw the map; the tables below hold everything.',
    mapTitle: 'Preview of what would be brought in',
    fingerprint: 'Fingerprint of the file (SHA-256)',
    open: 'See it on the map',
  },
)
