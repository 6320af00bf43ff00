interface Sentence {
  readonly zh: string
  readonly en: string
}

/** Why a file or a row of it is refused. `{detail}` stands for what is meant. */
const sentences = {
  // the file as a whole
  'unknown-format': { zh: '不认识这种文件（{detail}）。', en: 'This kind of file ({detail}) cannot be read here.' },
  pmtiles: {
    zh: '这是 PMTiles 地图瓦片，只是画好的底图，不是可导入的县域图层。',
    en: 'These are PMTiles: a drawn base map, not a layer of the county that could be taken in.',
  },
  'package-of-what': {
    zh: '压缩包里没有 Shapefile（.shp）、KML 或 Excel 工作簿。',
    en: 'The package holds no shapefile (.shp), KML or workbook.',
  },
  'empty-file': { zh: '文件是空的。', en: 'The file is empty.' },
  'half-file': {
    zh: '文件不完整或已损坏，请重新导出或重新拷贝。{detail}',
    en: 'The file stops halfway or is damaged; export or copy it again. {detail}',
  },
  'zip-bomb': {
    zh: '解开后大得不合常理，已停止读取。',
    en: 'Unpacked it would grow beyond all measure; reading was stopped.',
  },
  'too-heavy': {
    zh: '读这个文件超出了内存或时间限制，请分成几个文件。',
    en: 'Reading this file takes more memory or time than allowed; split it.',
  },
  'too-many-rows': { zh: '行数超过上限 {detail}，请分成几个文件。', en: 'More rows than {detail}; split the file.' },
  'no-rows': { zh: '文件里没有可读的行。', en: 'The file holds no rows.' },
  'not-geojson': { zh: '是 JSON，但不是 GeoJSON。', en: 'It is JSON, but not GeoJSON.' },
  'not-geopackage': { zh: '是 SQLite 数据库，但不是 GeoPackage。', en: 'It is an SQLite database, but no GeoPackage.' },
  'unsafe-xml': {
    zh: 'XML 里定义了实体（DOCTYPE），出于安全不读取。',
    en: 'The XML defines entities (DOCTYPE), which are not read for safety.',
  },
  'unknown-packing': { zh: '数据块的压缩方式不支持。', en: 'Its blocks are packed in a way that cannot be read.' },
  'unknown-shape': { zh: '图形类型 {detail} 不支持。', en: 'Shapes of type {detail} cannot be read.' },
  'rows-differ': {
    zh: '.shp 与 .dbf 的行数不同（{detail}），无法一一对应。',
    en: '.shp and .dbf have different numbers of rows ({detail}) and cannot be matched.',
  },
  'nothing-to-take': { zh: '没有可写入的行。', en: 'There is nothing to write.' },
  // how a row is drawn
  'deleted-row': { zh: '此行在 .dbf 中已标记删除。', en: 'The row is marked as deleted in the .dbf.' },
  'no-nodes': { zh: '{detail} 的节点不在文件里。', en: 'The nodes of {detail} are not in the file.' },
  'no-geometry': { zh: '没有图形。', en: 'It has no geometry.' },
  empty: { zh: '图形是空的。', en: 'The geometry is empty.' },
  'not-drawn': { zh: '图形写法有误，画不出来。', en: 'The geometry is malformed and cannot be drawn.' },
  'another-shape': {
    zh: '图形类型不合此图层（{detail}）。',
    en: 'The kind of geometry does not suit this layer ({detail}).',
  },
  'not-closed': { zh: '边界没有闭合。', en: 'The outline is not closed.' },
  'self-crossing': { zh: '边界自相交，在 {detail} 附近。', en: 'The outline crosses itself near {detail}.' },
  'no-area': { zh: '面积为零。', en: 'It has no area.' },
  'no-length': { zh: '线的长度为零。', en: 'The line has no length.' },
  antimeridian: { zh: '跨过了 180° 经线。', en: 'It crosses the 180° meridian.' },
  'out-of-range': { zh: '坐标不在地球上（{detail}）。', en: 'The position is not on the earth ({detail}).' },
  swapped: { zh: '经度和纬度颠倒了（{detail}）。', en: 'Longitude and latitude are swapped ({detail}).' },
  'null-island': { zh: '位置是零点，没有真正定位。', en: 'The position is zero: nothing was measured.' },
  'outside-county': { zh: '远在县外（{detail}）。', en: 'It lies far outside the county ({detail}).' },
  huge: { zh: '面积超出全县，约 {detail} 平方公里。', en: 'It is larger than the county, about {detail} km².' },
  'too-many-vertices': { zh: '顶点过多（{detail}）。', en: 'It has too many vertices ({detail}).' },
  // what a row says
  'no-code': { zh: '没有编码，名称也对不上已知的地方。', en: 'It has no code, and its name matches no known place.' },
  'ambiguous-name': {
    zh: '有几处叫“{detail}”，须有编码。',
    en: 'Several places are called “{detail}”; a code is needed.',
  },
  'unknown-code': {
    zh: '区划编码 {detail} 不在本县编码表里。',
    en: 'The division code {detail} is not in the county’s table.',
  },
  'wrong-format': { zh: '编码写法不对：{detail}', en: 'The code is malformed: {detail}' },
  'another-county': { zh: '编码 {detail} 属于别的县。', en: 'The code {detail} is another county’s.' },
  'no-name': { zh: '没有名称，或名称过长。', en: 'It has no name, or one that is too long.' },
  twice: { zh: '与第 {detail} 行重复。', en: 'The same as row {detail}.' },
  'no-route-code': { zh: '没有路线编码。', en: 'It has no route code.' },
  'not-a-route-code': { zh: '“{detail}”不是路线编码。', en: '“{detail}” is not a route code.' },
  'not-as-route-code': {
    zh: '道路等级与路线编码 {detail} 不一致。',
    en: 'The road’s class does not go with its route code {detail}.',
  },
  'not-drivable': { zh: '不是机动车通行的公共道路（{detail}）。', en: 'It is no public road for cars ({detail}).' },
  'no-level': { zh: '看不出是哪一级。', en: 'Its level cannot be told.' },
  'not-a-level-here': {
    zh: '此责任区不设这一级路长（总路长只设在全县）。',
    en: 'A zone like this has no chief of this level (a chief of all roads is the whole county’s alone).',
  },
  'no-kind': {
    zh: '看不出是乡镇、村还是学校。',
    en: 'It cannot be told whether it is a township, a village or a school.',
  },
  'no-position': { zh: '没有坐标，也没有路线和桩号。', en: 'It has neither coordinates nor route and chainage.' },
  'no-chainage': { zh: '桩号读不出来：{detail}', en: 'The chainage cannot be read: {detail}' },
  'unknown-route': { zh: '县里没有路线 {detail}。', en: 'The county has no route {detail}.' },
  'beyond-the-road': { zh: '桩号 {detail} 超出道路长度。', en: 'The chainage {detail} lies beyond the road.' },
  'not-one-line': {
    zh: '起讫桩号跨过道路的断开处，请给出图形。',
    en: 'The two chainages lie on separate pieces of the road; give the line itself.',
  },
  faulty: { zh: '内容有误：{detail}', en: 'Something in it is wrong: {detail}' },
  // worth knowing; the row is taken
  overlaps: { zh: '与“{detail}”重叠。', en: 'It overlaps “{detail}”.' },
  simplified: {
    zh: '顶点过密，已按 1 米容差简化：{detail}。',
    en: 'Very dense, so simplified within 1 m: {detail} vertices.',
  },
  'name-differs': { zh: '编码表中的名称是“{detail}”。', en: 'The table of codes calls it “{detail}”.' },
  'code-by-name': { zh: '按名称对上编码 {detail}。', en: 'Matched by its name to the code {detail}.' },
  'code-unchecked': {
    zh: '县里还没有这一级的编码表，编码未核对。',
    en: 'The county has no codes of this level yet; not checked.',
  },
  'unknown-chief': {
    zh: '人员中没有唯一的“{detail}”，未写入路长。',
    en: 'There is no one “{detail}” among the people; no chief was set.',
  },
  'another-chief': {
    zh: '该段现任路长不是“{detail}”，任职未改，请在人员处办理交接。',
    en: 'The present chief is not “{detail}”; the post was left as it is and is handed over by hand.',
  },
  'at-parent': { zh: '没有坐标，先放在 {detail}。', en: 'It has no position and is put at {detail} for now.' },
  'many-pieces': {
    zh: '由 {detail} 段不相连的线组成，各成一条道路。',
    en: 'Made of {detail} separate lines; each becomes a road.',
  },
  'along-numbered': {
    zh: '与县里的路线 {detail} 重合，不再作为无编码道路写入。',
    en: 'It runs along the county’s route {detail} and is not written a second time.',
  },
  'moves-far': {
    zh: '会把县里现有的位置移动 {detail} 公里，请核对是不是同一处。',
    en: 'It moves what the county has by {detail} km: check that it is the same.',
  },
  'partly-outside': { zh: '有一部分在县外。', en: 'Part of it lies outside the county.' },
} as const satisfies Record<string, Sentence>

export type ImportFault = keyof typeof sentences

export const isImportFault = (code: string): code is ImportFault => Object.hasOwn(sentences, code)

/** The sentence about a fault; a bracket left without its detail is dropped. */
export const importFaultSentence = (code: string, detail: string, language: 'zh' | 'en'): string => {
  const sentence = isImportFault(code) ? sentences[code][language] : sentences.faulty[language]
  const told = sentence.replaceAll('{detail}', () => (isImportFault(code) ? detail : code))
  return told.replace(/（）| \(\)/g, '').trim()
}
