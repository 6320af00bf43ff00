import type { CannotKeep } from '../outbox/entry.ts'
import { words } from './language.ts'

const zhNotKept: Readonly<Record<CannotKeep, string>> = {
  'no-room': '本机空间不足，这一次没有存下；以前存的都在。请清理手机空间，或先把待发的发出去，再试一次。',
  'no-storage': '浏览器不让本页存储（可能是无痕窗口），这一次没有存下。请换普通窗口，再试一次。',
  'not-read-back': '写入后读回不一致，这一次没有存下；以前存的都在。请再试一次。',
}

const enNotKept: Readonly<Record<CannotKeep, string>> = {
  'no-room':
    'There is no room left on this device, so this was not kept; all that was kept before is there. Free some space, or send what waits, then try again.',
  'no-storage':
    'The browser lets this page keep nothing (a private window, perhaps), so this was not kept. Use an ordinary window and try again.',
  'not-read-back':
    'What was read back was not what was written, so this was not kept; all that was kept before is there. Please try again.',
}

/** What waits, in the few words that stand on every page; the page of what waits has the others. */
export const badgeWords = words(
  {
    offline: '离线',
    waiting: (hazards: number) => `待发 ${hazards} 处`,
    photos: (received: number, all: number) => `照片 ${received}/${all} 已收到`,
    settle: (entries: number) => `${entries} 条待处理`,
    allThere: '全部已送达',
    originals: (count: number) => `原图 ${count} 张待发`,
    notKept: zhNotKept,
  },
  {
    offline: 'Offline',
    waiting: (hazards) => `${hazards} waiting`,
    photos: (received, all) => `${received}/${all} photos up`,
    settle: (entries) => `${entries} to decide`,
    allThere: 'Everything received',
    originals: (count) => (count === 1 ? '1 original waits' : `${count} originals wait`),
    notKept: enNotKept,
  },
)
