import { words } from './language.ts'

/** A photo that the server would not have, of an entry that is else received, or waits for it. */
export const refusedPhotoWords = words(
  {
    title: (recorded: boolean): string => (recorded ? '已送达，有照片没收下' : '有照片没收下，这一步还没提交'),
    how: (recorded: boolean): string =>
      recorded
        ? '这一条服务器已经收下，没收下的只是下面说的照片。去掉它，就不再等它；其余照片不受影响。'
        : '这一步在等下面说的照片。去掉它，其余照片随这一步照常提交。',
    which: (index: number, why: string) => `第 ${index} 张没收下${why === '' ? '。' : `：${why}`}`,
    drop: (index: number) => `去掉第 ${index} 张`,
    dropTitle: '去掉这张照片？',
    dropHow: '它从本机删除，不再发送，隐患上也不再等它。不能恢复；需要留底请先导出。',
    dropOriginalHow: '服务器上已有它的小图，以小图为准。原图从本机删除，不再发送。不能恢复；需要留底请先导出。',
    dropped: '已去掉，其余照常',
    retake: '去补拍',
    retakeHow: (move: string) => `要补上这一张：打开这条隐患，办「${move}」，另拍一张。`,
  },
  {
    title: (recorded) =>
      recorded ? 'Received, but for a photo' : 'A photo was not taken, so this is not submitted yet',
    how: (recorded) =>
      recorded
        ? 'The server has this; only the photo named below was not taken. Take it off and nobody waits for it; the others stay.'
        : 'This waits for the photo named below. Take it off, and the others are submitted with the step.',
    which: (index, why) => `Photo ${index} was not taken${why === '' ? '.' : `: ${why}`}`,
    drop: (index) => `Take off photo ${index}`,
    dropTitle: 'Take this photo off?',
    dropHow:
      'It is deleted from this device and never sent, and the hazard waits for it no longer. It cannot be brought back; export it first to keep a copy.',
    dropOriginalHow:
      'The server has its field copy, which stands. The original is deleted from this device and never sent. It cannot be brought back; export it first to keep a copy.',
    dropped: 'Taken off; the rest goes on',
    retake: 'To the hazard',
    retakeHow: (move) => `To put another in its place, open the hazard and choose “${move}”.`,
  },
)
