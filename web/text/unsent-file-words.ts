import type { WhyUnread } from '../outbox/read-unsent.ts'
import type { SealState } from '../outbox/unsent-seal.ts'
import { words } from './language.ts'

const zhWhy: Readonly<Record<WhyUnread, string>> = {
  'too-big': '文件超过 2 GB，没有导入。请在手机上先联网发送一部分，再导出。',
  half: '文件不完整，可能没有传完。什么都没有导入，请重新传一次。',
  'wrong-kind': '这不是手机导出的未发送文件（.luqing.zip）。',
  newer: '文件由更新的版本导出，本页读不懂。请刷新页面再试。',
  damaged: '文件内容与其校验值不符，可能损坏或被改过。什么都没有导入，请在手机上重新导出。',
  'other-county': '文件属于别的县，不能导入这里。',
}

const enWhy: Readonly<Record<WhyUnread, string>> = {
  'too-big':
    'The file is larger than 2 GB and was not imported. Send part of it from the phone first, then export again.',
  half: 'The file is not whole; perhaps it was not transferred to the end. Nothing was imported; transfer it again.',
  'wrong-kind': 'This is not a file of unsent entries (.luqing.zip).',
  newer: 'The file was exported by a newer version. Reload this page and try again.',
  damaged:
    'The file does not agree with its own checksums: damaged, or changed. Nothing was imported; export it again on the phone.',
  'other-county': 'The file belongs to another county and cannot be imported here.',
}

type Unproven = Readonly<Record<Exclude<SealState, 'whole'>, (steps: number) => string>>

const zhUnproven: Unproven = {
  none: (steps) =>
    `文件上没有您的签章（旧版导出，或导出的手机没有密钥），只收上报，${steps} 条步骤不收。请在手机上联网发送。`,
  broken: (steps) => `签章与内容不符，文件可能被改过或并非您所导出：只收上报，${steps} 条步骤不收。`,
  'no-cipher': (steps) => `本页不是 HTTPS，无法核对签章：只收上报，${steps} 条步骤不收。请在 HTTPS 网址下导入。`,
}

const stepsIn = (steps: number): string => (steps === 1 ? 'the 1 step is' : `the ${steps} steps are`)
const enUnproven: Unproven = {
  none: (steps) =>
    `The file does not bear your seal (an older export, or a phone without a key): reports only, ${stepsIn(steps)} left out. Send them from the phone.`,
  broken: (steps) =>
    `The seal does not fit: changed, or not exported by you. Reports only, ${stepsIn(steps)} left out.`,
  'no-cipher': (steps) =>
    `Without HTTPS this page cannot check the seal: reports only, ${stepsIn(steps)} left out. Import the file over HTTPS.`,
}

/** The file that carries what a phone could not send, out of the phone and in at a desk. */
export const unsentFileWords = words(
  {
    export: '导出未发送',
    exporting: (done: number, total: number) => `正在导出 ${done}/${total}`,
    ready: (name: string, size: string) => `${name}（${size}）已生成。在电脑上导入成功之前，请不要清除本机数据。`,
    cannotSeal: '本页不是 HTTPS，文件上没有您的签章：导入时只收上报，步骤要在这台设备上发送。',
    share: '分享文件',
    save: '存为文件',
    title: '导入手机导出的文件',
    how: '手机发不出去时，可在手机的「待发」页导出文件，拷到电脑上在这里导入。',
    choose: '选择文件',
    chooseOther: '换一个文件',
    reading: (done: number, total: number) => `正在核对 ${done}/${total}`,
    why: zhWhy,
    from: (person: string, unit: string, at: string) => `${person} ${unit}，${at} 导出`,
    reports: (count: number, photos: number) => `上报 ${count} 条，照片 ${photos} 张`,
    steps: (count: number) => `步骤 ${count} 条`,
    onBehalf: '作者是他人：上报会记在作者名下，并注明由您代为导入。',
    mustBeThemselves: (count: number) => `${count} 条步骤须由本人登录后导入`,
    unproven: zhUnproven,
    takeIn: (count: number) => `导入 ${count} 条`,
    taken: (count: number) => `已导入 ${count} 条，正在发送`,
    known: '都已导入过，没有重复',
    nothing: '没有您可以导入的内容',
  },
  {
    export: 'Export unsent',
    exporting: (done, total) => `Exporting ${done}/${total}`,
    ready: (name, size) =>
      `${name} (${size}) is ready. Keep the data on this device until a desk has taken the file in.`,
    cannotSeal:
      'Without HTTPS the file does not bear your seal: a desk takes reports from it only; steps go up from this device.',
    share: 'Share the file',
    save: 'Save the file',
    title: 'Import a file from a phone',
    how: 'When a phone cannot send, export a file on its outbox page, bring it to a desk and import it here.',
    choose: 'Choose a file',
    chooseOther: 'Another file',
    reading: (done, total) => `Checking ${done}/${total}`,
    why: enWhy,
    from: (person, unit, at) => `${person}, ${unit}, exported ${at}`,
    reports: (count, photos) =>
      `${count === 1 ? '1 report' : `${count} reports`}, ${photos === 1 ? '1 photo' : `${photos} photos`}`,
    steps: (count) => (count === 1 ? '1 step' : `${count} steps`),
    onBehalf: 'Somebody else’s: reports are recorded under their author, as carried in by you.',
    mustBeThemselves: (count) =>
      count === 1
        ? '1 step must be imported by its author, signed in'
        : `${count} steps must be imported by their author, signed in`,
    unproven: enUnproven,
    takeIn: (count) => (count === 1 ? 'Import 1 entry' : `Import ${count} entries`),
    taken: (count) => `${count === 1 ? '1 entry' : `${count} entries`} imported, now being sent`,
    known: 'All of it had been imported before; nothing is doubled',
    nothing: 'There is nothing here that you may import',
  },
)
