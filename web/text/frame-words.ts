import { words } from './language.ts'

/** The app's frame: where one can go, and what holds on every page. */
export const frameWords = words(
  {
    entries: {
      mine: '待办',
      reports: '我的上报',
      capture: '拍照',
      register: '簿册',
      map: '地图',
      county: '全县',
      notices: '文书',
      people: '人员',
      settings: '设置',
      me: '账户',
    },
    menu: '我的',
    navigation: '主菜单',
    toContent: '跳到正文',
    invented: '演示数据：除县、乡镇名称外均为虚构',
    notFound: '没有这个页面',
    notFoundHow: '地址可能写错了，或者这个页面不由您的角色使用。',
    toStart: '回到首页',
    countyFailed: '县域资料没有读到',
  },
  {
    entries: {
      mine: 'To do',
      reports: 'My reports',
      capture: 'Capture',
      register: 'Register',
      map: 'Map',
      county: 'County',
      notices: 'Documents',
      people: 'People',
      settings: 'Settings',
      me: 'Account',
    },
    menu: 'Me',
    navigation: 'Main menu',
    toContent: 'Skip to content',
    invented: 'Demonstration data: all but the names of the county and its townships is invented',
    notFound: 'There is no such page',
    notFoundHow: 'The address may be wrong, or the page is not for your role.',
    toStart: 'To the start',
    countyFailed: 'The county’s lists could not be read',
  },
)
