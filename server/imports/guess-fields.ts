import type { FieldRole } from './wire.ts'

/** Names as counties, surveyors and OpenStreetMap write them, the likelier first; compared without case or signs. */
const usualNames: Readonly<Record<FieldRole, readonly string[]>> = {
  code: [
    ...[
      'XZQDM',
      'XZDM',
      'ZLDWDM',
      'QSDWDM',
      '行政区划代码',
      '行政区代码',
      '区划代码',
      '区划编码',
      '代码',
      '编码',
      '编号',
    ],
    ...['adcode', 'code', 'PAC', 'DM', 'XZQHDM', '学校代码', '@id', 'osm_id', 'OBJECTID'],
  ],
  name: [
    ...['XZQMC', 'XZMC', 'ZLDWMC', 'QSDWMC', '行政区名称', '行政区划名称', '名称', '学校名称', '村名', '乡镇名称'],
    ...['路线名称', '路段名称', '道路名称', 'LXMC', 'LDMC', 'MC', 'name', 'name:zh', '村', '乡镇', '学校', '责任路段'],
  ],
  route: [
    ...[
      '路线编码',
      '路线编号',
      '路线代码',
      '线路编码',
      'LXBM',
      'LXDM',
      'LXBH',
      'full_code',
      'route',
      'routecode',
      'ref',
    ],
    ...['路线', '道路编码'],
  ],
  level: ['级别', '路长级别', '行政等级', '技术等级', 'level', 'XZDJ', 'grade', '等级'],
  chief: ['路长', '路长姓名', '乡级路长', '村级路长', '县级路长', 'LZ', 'LZXM', '责任人', 'chief'],
  from: ['起点桩号', '起桩号', '起始桩号', 'QDZH', '起点', 'from', 'fromchainage', '桩号', 'stake', 'chainage'],
  to: ['止点桩号', '讫点桩号', '终点桩号', '止桩号', 'ZDZH', '讫点', '终点', 'to', 'tochainage'],
  kind: ['类别', '类型', 'kind', 'type', 'amenity', 'place', 'level'],
  longitude: ['经度', 'lng', 'lon', 'long', 'longitude', '东经', 'x', 'X坐标', '横坐标', 'JD'],
  latitude: ['纬度', 'lat', 'latitude', '北纬', 'y', 'Y坐标', '纵坐标', 'WD'],
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-:：.()（）]/g, '')

/** The fields that a file has for each role, by name alone; null where none is called anything like it. */
export const guessFields = (fields: readonly string[]): Record<FieldRole, string | null> => {
  const byName = new Map([...fields].reverse().map((field) => [plain(field), field]))
  const find = (role: FieldRole): string | null => {
    for (const usual of usualNames[role]) {
      const found = byName.get(plain(usual))
      if (found !== undefined) return found
    }
    return null
  }
  return {
    ...{ code: find('code'), name: find('name'), route: find('route'), level: find('level'), chief: find('chief') },
    ...{ from: find('from'), to: find('to'), kind: find('kind') },
    ...{ longitude: find('longitude'), latitude: find('latitude') },
  }
}
