import { words } from './language.ts'

/** A road without a route code that nobody has given a name either. */
export const laneWords = words({ nameless: '无编码道路' }, { nameless: 'road without a route code' })
