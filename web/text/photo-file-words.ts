import type { FileFault } from '../photos/read-photo-file.ts'
import { words } from './language.ts'

const zhFaults: Readonly<Record<FileFault, string>> = {
  'not-a-photo': '不是照片',
  raw: 'RAW 原始格式不收，同名 JPG 照收',
  empty: '空文件',
  'too-big': '超过 40 MB',
  'too-many-pixels': '尺寸过大：JPG、PNG、WebP 最多 6000 万像素，HEIC 最多 2500 万',
  broken: '照片不完整，可能没有存完',
  unreadable: '读不出来',
}

const enFaults: Readonly<Record<FileFault, string>> = {
  'not-a-photo': 'not a photo',
  raw: 'a raw picture; the JPG of the same name is taken',
  empty: 'an empty file',
  'too-big': 'larger than 40 MB',
  'too-many-pixels': 'too many pixels: JPG, PNG and WebP have at most 60 million, HEIC 25 million',
  broken: 'incomplete: perhaps it was never written to its end',
  unreadable: 'cannot be read',
}

/** Files that were picked and are no photos; the same words wherever they are picked. */
export const photoFileWords = words(
  {
    asideCount: (count: number) => `${count} 个文件没有放进来`,
    faults: zhFaults,
  },
  {
    asideCount: (count: number) => `${count} ${count === 1 ? 'file' : 'files'} left aside`,
    faults: enFaults,
  },
)
