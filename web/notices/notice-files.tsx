import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { NoticeWhole } from '../../server/notices/answers.ts'
import { copyText, forward } from '../hazards/forward.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { say } from '../ui/say.tsx'

/** The two files, the printer, and a plain text with a link to hand on. */
export const NoticeFiles = ({ notice }: { readonly notice: NoticeWhole }) => {
  const text = useWords(noticeWords)
  const time = useTime()
  const address = `/api/notices/${notice.id}/document`
  const url = `${window.location.origin}/notices/${notice.id}`
  const due = notice.cureDueOn === null ? '' : text.cureDueText(time.day(notice.cureDueOn))
  const message = text.forwardText(notice.documentNumber, notice.title, notice.addressee, due)
  const tell = (copied: boolean): void => {
    if (copied) say.done(text.copied)
    else
      notifications.show({ message: text.copyFailed, icon: <Icon name="warning" />, autoClose: 10_000, role: 'alert' })
  }
  const handOn = async (): Promise<void> => {
    const outcome = await forward({ text: message, url, picture: null })
    if (outcome !== 'shared') tell(outcome === 'copied')
  }
  return (
    <div className="notice-files not-in-print">
      <div className="notice-file-doors">
        <Button component="a" href={`${address}.docx`} download>
          {text.docx}
        </Button>
        <Button component="a" href={`${address}.pdf`} download>
          {text.pdf}
        </Button>
        <Button component="a" href={`${address}.pdf`} target="_blank" rel="noopener">
          {text.print}
        </Button>
      </div>
      <p className="notice-forward">
        {message}
        <br />
        <span className="code">{url}</span>
      </p>
      <div className="notice-file-doors">
        <Button leftSection={<Icon name="copy" sizePixels={16} />} onClick={() => void handOn()}>
          {text.forward}
        </Button>
        <Button onClick={() => void copyText(url).then(tell)}>{text.copyLink}</Button>
      </div>
      {notice.templateVersion !== null && <p className="quiet">{text.templateVersion(notice.templateVersion)}</p>}
    </div>
  )
}
