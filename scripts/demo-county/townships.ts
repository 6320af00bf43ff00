/** The 36 townships of Xiushui county by their real names and division codes: all of the demo county that exists. */
export type Township = { code: string; name: string; kind: 'town' | 'rural'; aliases: readonly string[] }

export const county = { code: '360424', name: '修水县', nameEn: 'Xiushui County' } as const

export const countySeatCode = '360424100'

const towns =
  '100 义宁镇 101 白岭镇 102 全丰镇 103 古市镇 104 大桥镇 105 渣津镇 106 马坳镇 107 杭口镇 108 港口镇 109 溪口镇 110 西港镇 111 山口镇 112 黄沙镇 113 黄港镇 114 何市镇 115 上奉镇 116 四都镇 117 太阳升镇 118 宁州镇'

const ruralTownships =
  '200 路口乡 201 黄龙乡 202 上衫乡 203 余塅乡 204 水源乡 205 石坳乡 206 东港乡 207 上杭乡 209 新湾乡 210 布甲乡 211 漫江乡 212 复原乡 213 竹坪乡 214 征村乡 215 庙岭乡 216 黄坳乡 217 大椿乡'

// 塅 lies outside GB2312, so offices without the character write 余段乡.
const aliasesOf: Readonly<Record<string, readonly string[]>> = { 余塅乡: ['余段乡'] }

const read = (list: string, kind: Township['kind']): Township[] =>
  [...list.matchAll(/(\d{3}) (\S+)/g)].map(([, digits = '', name = '']) => ({
    code: `${county.code}${digits}`,
    name,
    kind,
    aliases: aliasesOf[name] ?? [],
  }))

export const townships: readonly Township[] = [...read(towns, 'town'), ...read(ruralTownships, 'rural')]
