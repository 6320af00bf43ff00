import { words } from './language.ts'

/** What of the inbox stands on every page; the inbox itself has the other words. */
export const bellWords = words(
  {
    title: '消息',
    unread: (count: number) => `消息，${count} 条未读`,
    changedHere: '这条隐患刚有变动，页面已更新，请再看一眼。',
  },
  {
    title: 'Messages',
    unread: (count) => `Messages, ${count} unread`,
    changedHere: 'This hazard has just changed; the page is up to date. Please look again.',
  },
)
