import { words } from './language-now.ts'

/** What stands before the app has come, and goes on in it: the camera's own words, and the words of a report's photos. */
export const viewfinderWords = words(
  {
    viewfinder: '取景',
    opening: '正在打开相机',
    shoot: '拍照',
    shooting: '正在存照片',
    shotFailed: '这一张没有拍成，请再按一次。',
    full: '照片已够数',
  },
  {
    viewfinder: 'Viewfinder',
    opening: 'opening the camera',
    shoot: 'Take the photo',
    shooting: 'saving the photo',
    shotFailed: 'This photo did not come about; press once more.',
    full: 'No more photos fit',
  },
)

export const shotWords = words(
  {
    title: '拍照上报',
    full: viewfinderWords.zh.full,
    kinds: { 'main-from': '主路来向', 'main-to': '主路去向', side: '支路', detail: '细部' },
    skip: '跳过',
    shotCount: (count: number) => `${count} 张`,
  },
  {
    title: 'Report',
    full: viewfinderWords.en.full,
    kinds: {
      'main-from': 'Main road, one way',
      'main-to': 'Main road, other way',
      side: 'Side road',
      detail: 'Detail',
    },
    skip: 'Skip',
    shotCount: (count: number) => `${count}`,
  },
)
