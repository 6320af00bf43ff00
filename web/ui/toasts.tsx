import { Notifications, notifications } from '@mantine/notifications'
import { wordsNow } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from './icons.tsx'

/** Where words in passing appear. */
const Toasts = () => <Notifications position="top-center" limit={3} />
export default Toasts

const closable = () => ({ closeButtonProps: { 'aria-label': wordsNow(uiWords).close } })

export const showDone = (message: string): void => {
  notifications.show({ ...closable(), message, icon: <Icon name="tick" />, autoClose: 4_000 })
}

export const showFailed = (message: string): void => {
  notifications.show({ ...closable(), message, icon: <Icon name="warning" />, autoClose: 10_000, role: 'alert' })
}
