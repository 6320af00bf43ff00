import type { DatumGuess } from '../../server/imports/wire.ts'

/** Lines are looked for no further than this around a position. */
const mostMetres = 2500
const zhMetres = (value: number | null): string =>
  value !== null && value >= mostMetres ? `${mostMetres} 米以上` : `${value} 米`
const enMetres = (value: number | null): string =>
  value !== null && value >= mostMetres ? `more than ${mostMetres} m` : `${value} m`
const zhOff = ({ offByMetres: { wgs84, gcj02, bd09 } }: DatumGuess): string =>
  `按 WGS-84 读偏 ${zhMetres(wgs84)}，按 GCJ-02 读偏 ${zhMetres(gcj02)}，按 BD-09 读偏 ${zhMetres(bd09)}`
const enOff = ({ offByMetres: { wgs84, gcj02, bd09 } }: DatumGuess): string =>
  `read as WGS-84 it is off by ${enMetres(wgs84)}, as GCJ-02 by ${enMetres(gcj02)}, as BD-09 by ${enMetres(bd09)}`
const zhBasis = { places: '已知地名', outlines: '已知区域的边界', roads: '已知道路', said: '', none: '' } as const
const enBasis = {
  places: 'known places',
  outlines: 'known outlines',
  roads: 'known roads',
  said: '',
  none: '',
} as const
const zhDatum = { wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09' } as const

/** How it was told in which datum a file was drawn, with how far off each reading is. */
export const zhGuess = (guess: DatumGuess): string => {
  if (guess.basis === 'said')
    return guess.compared === 0
      ? `文件自称是 ${zhDatum[guess.datum]}；能与县里已有的数据比对的太少，请核对。`
      : `文件自称是 ${zhDatum[guess.datum]}；与县里已有的 ${guess.compared} 处比对（${zhOff(guess)}）看不出结果，请核对。`
  if (guess.basis === 'none') return '能与县里已有的地名、道路、边界比对的太少，看不出是哪一种，请选择。'
  const compared = `与${zhBasis[guess.basis]}比对 ${guess.compared} 处：${zhOff(guess)}`
  if (guess.sure === 'unsure') return `${compared}，差别不足以判断，请选择。`
  return `${compared}，${guess.sure === 'sure' ? '可以确定是' : '多半是'} ${zhDatum[guess.datum]}。`
}

export const enGuess = (guess: DatumGuess): string => {
  if (guess.basis === 'said')
    return guess.compared === 0
      ? `The file says it is ${zhDatum[guess.datum]}; too little of it can be compared with what the county has, so please check.`
      : `The file says it is ${zhDatum[guess.datum]}; compared with ${guess.compared} known ones (${enOff(guess)}) it cannot be told, so please check.`
  if (guess.basis === 'none')
    return 'Too little of it can be compared with the places, roads and outlines that the county has; please choose.'
  const compared = `Compared with ${guess.compared} ${enBasis[guess.basis]}: ${enOff(guess)}`
  if (guess.sure === 'unsure') return `${compared}; too little to tell, please choose.`
  return `${compared}, so it is ${guess.sure === 'sure' ? 'certainly' : 'probably'} ${zhDatum[guess.datum]}.`
}
