import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { sharedPhotoUrl } from '../api.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { say } from '../ui/say.tsx'
import { useCodeNames } from '../ui/use-county.ts'
import { copyText, forward } from './forward.ts'
import { placeText } from './place-text.ts'

/** Hands one hazard on as picture and text to whoever fixes it, or copies its link. */
export const ForwardMenu = ({ hazard }: { readonly hazard: HazardWhole }) => {
  const text = useWords(hazardWords)
  const ui = useWords(uiWords)
  const names = useCodeNames()
  const time = useTime()
  const url = `${window.location.origin}/hazards/${hazard.id}`
  const due = hazard.dueOn === null ? '' : `${ui.dueOn(time.day(hazard.dueOn))}。`
  const number = hazard.registerNumber ?? hazard.shortCode
  const photo = hazard.photos.find(({ sha256 }) => sha256 === hazard.photoSha256)
  const picture = photo ? { url: sharedPhotoUrl(hazard.id, photo.id), name: number } : null
  const message = text.forwardText(number, names.hazard(hazard.code), placeText(hazard) || text.noPlace, due)
  const tellCopied = (copied: boolean): void => {
    if (copied) say.done(text.copied)
    else
      notifications.show({ message: text.copyFailed, icon: <Icon name="warning" />, autoClose: 10_000, role: 'alert' })
  }
  const handOn = async (): Promise<void> => {
    const outcome = await forward({ text: message, url, picture })
    if (outcome !== 'shared') tellCopied(outcome === 'copied')
  }
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={text.forward}>
          <Icon name="copy" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void handOn()}>{text.forward}</Menu.Item>
        <Menu.Item onClick={() => void copyText(url).then(tellCopied)}>{text.copyLink}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
