import type { SeededRandom } from './seeded-random.ts'

export type InventedPerson = { name: string; pinyin: string; phone: string; invented: true }

type Sound = readonly [character: string, pinyin: string]
type Sounds = readonly [Sound, ...Sound[]]

// Common surnames, the commonest more than once so that a list of people looks like a list of people.
const surnames: Sounds = [
  ['王', 'wang'],
  ['李', 'li'],
  ['张', 'zhang'],
  ['刘', 'liu'],
  ['陈', 'chen'],
  ['杨', 'yang'],
  ['黄', 'huang'],
  ['周', 'zhou'],
  ['吴', 'wu'],
  ['徐', 'xu'],
  ['孙', 'sun'],
  ['胡', 'hu'],
  ['朱', 'zhu'],
  ['高', 'gao'],
  ['林', 'lin'],
  ['何', 'he'],
  ['郭', 'guo'],
  ['罗', 'luo'],
  ['梁', 'liang'],
  ['宋', 'song'],
  ['郑', 'zheng'],
  ['谢', 'xie'],
  ['韩', 'han'],
  ['唐', 'tang'],
  ['冯', 'feng'],
  ['余', 'yu'],
  ['董', 'dong'],
  ['袁', 'yuan'],
  ['邓', 'deng'],
  ['曹', 'cao'],
  ['彭', 'peng'],
  ['曾', 'zeng'],
  ['樊', 'fan'],
  ['冷', 'leng'],
  ['卢', 'lu'],
  ['涂', 'tu'],
  ['熊', 'xiong'],
  ['万', 'wan'],
  ['廖', 'liao'],
  ['龚', 'gong'],
]

const firsts: Sounds = [
  ['建', 'jian'],
  ['志', 'zhi'],
  ['国', 'guo'],
  ['文', 'wen'],
  ['小', 'xiao'],
  ['晓', 'xiao'],
  ['海', 'hai'],
  ['春', 'chun'],
  ['秋', 'qiu'],
  ['永', 'yong'],
  ['明', 'ming'],
  ['新', 'xin'],
  ['立', 'li'],
  ['佳', 'jia'],
  ['雨', 'yu'],
  ['思', 'si'],
  ['俊', 'jun'],
  ['水', 'shui'],
  ['金', 'jin'],
  ['玉', 'yu'],
]

const seconds: Sounds = [
  ['平', 'ping'],
  ['华', 'hua'],
  ['军', 'jun'],
  ['林', 'lin'],
  ['生', 'sheng'],
  ['明', 'ming'],
  ['兰', 'lan'],
  ['英', 'ying'],
  ['辉', 'hui'],
  ['波', 'bo'],
  ['萍', 'ping'],
  ['燕', 'yan'],
  ['涛', 'tao'],
  ['根', 'gen'],
  ['荣', 'rong'],
  ['琴', 'qin'],
  ['峰', 'feng'],
  ['勇', 'yong'],
  ['娟', 'juan'],
  ['泉', 'quan'],
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Makes people who do not exist, no two with the same name or number.
 * Numbers run upward in 139 0000 0001..9999, a block nobody could take for somebody's own.
 */
export const makePeopleMaker = (random: SeededRandom): (() => InventedPerson) => {
  const taken = new Set<string>()
  let count = 0
  return () => {
    if (count >= 9999) throw new Error('The invented number block 139 0000 xxxx is used up.')
    for (let attempt = 0; ; attempt++) {
      const surname = random.pick(surnames)
      const given = random.chance(0.22) ? [random.pick(seconds)] : [random.pick(firsts), random.pick(seconds)]
      const name = surname[0] + given.map(([character]) => character).join('')
      if (taken.has(name) && attempt < 200) continue
      taken.add(name)
      count += 1
      const digits = String(count).padStart(4, '0')
      const pinyin = `${capital(surname[1])} ${capital(given.map(([, sound]) => sound).join(''))}`
      return { name, pinyin, phone: `1390000${digits}`, invented: true }
    }
  }
}

/** Devices named so that nobody takes them for a make on the market. */
export const inventedDevices = [
  { make: 'Luqing Demo, invented', model: 'Pocket A1' },
  { make: 'Luqing Demo, invented', model: 'Pocket B2' },
  { make: 'Luqing Demo, invented', model: 'Patrol C3' },
  { make: 'Luqing Demo, invented', model: 'Camera D7' },
] as const
