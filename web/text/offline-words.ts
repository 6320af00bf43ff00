import { words } from './language.ts'

/** What stands over any page: that it shows what was kept, and that a new version waits. */
export const offlineWords = words(
  {
    offlineShowing: (time: string) => `离线：显示的是 ${time} 的数据`,
    showing: (time: string) => `连接缓慢：先显示 ${time} 的数据`,
    newVersion: '新版本已就绪',
    useNewVersion: '换用新版本',
    changingVersion: '正在换用新版本…',
    inUse: '正在填写或上传，完成后再换',
    pageNotKept: '这一页没有存在手机里，联网后再打开。',
  },
  {
    offlineShowing: (time) => `Offline: showing what was known at ${time}`,
    showing: (time) => `Slow connection: showing what was known at ${time} for now`,
    newVersion: 'A new version is ready',
    useNewVersion: 'Use the new version',
    changingVersion: 'Changing to the new version…',
    inUse: 'Something is being written or uploaded; change over when it is done',
    pageNotKept: 'This page is not kept on the phone. Open it again once there is a connection.',
  },
)
