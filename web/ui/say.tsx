import { notifications } from '@mantine/notifications'
import { Icon } from './icons.tsx'
import { sentenceOf } from './sentence-of.ts'

/** A word in passing, at the edge of the page. What must be read stands in the page itself. */
export const say = {
  done: (message: string): void => {
    notifications.show({ message, icon: <Icon name="tick" />, autoClose: 4_000 })
  },
  /** For acts without a place of their own to show an error in. */
  failed: (error: unknown): void => {
    notifications.show({ message: sentenceOf(error), icon: <Icon name="warning" />, autoClose: 10_000, role: 'alert' })
  },
}
