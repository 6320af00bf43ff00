import { useState } from 'react'
import type { NoticeWhole } from '../../server/notices/answers.ts'
import { api, told } from '../api.ts'
import { WordsField } from '../hazards/steps/words-field.tsx'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { useTime } from '../text/use-time.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { DueChip } from '../ui/due-chip.tsx'
import { MoveButton } from '../ui/move-button.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { useNoticeAct } from './use-notices.ts'

/** What the units wrote back, and the door to writing. */
export const Replies = ({ notice }: { readonly notice: NoticeWhole }) => {
  const text = useWords(noticeWords)
  const time = useTime()
  const { person } = useMe()
  const act = useNoticeAct(notice.id)
  const [writing, setWriting] = useState(false)
  const door = notice.doors.find((one) => one.act === 'reply')
  return (
    <div className="replies">
      {notice.replyDueOn !== null && notice.state === 'issued' && notice.replies === 0 && (
        <p className="replies-due">
          {text.replyDueOn(time.day(notice.replyDueOn))} <DueChip dueOn={notice.replyDueOn} short />
        </p>
      )}
      {notice.replyList.length === 0 && <p className="quiet">{text.noReplies}</p>}
      <ul>
        {notice.replyList.map(({ id, unitName, personName, words, repliedAt }) => (
          <li key={id}>
            <p className="reply-words">{words}</p>
            <p className="quiet figures">
              {[unitName, personName, time.shortInstant(repliedAt)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {door && notice.ownUnitSigned !== null && (
        <MoveButton
          label={text.acts.reply}
          door={{ ok: door.ok, because: door.because, who: [] }}
          prominent={door.ok && notice.replies === 0 && notice.replyDueOn !== null}
          onTake={() => setWriting(true)}
        />
      )}
      <FormDialog
        opened={writing}
        title={text.acts.reply}
        draftKey={`reply.${person.id}.${notice.id}`}
        initial={{ words: '' }}
        submitLabel={text.send}
        notYet={({ words }) => (words.trim() === '' ? text.wordsNeeded : null)}
        onSubmit={async ({ words }) => {
          const param = { id: notice.id }
          await act((fields) => told(api.notices[':id'].replies.$post({ param, json: { ...fields, words } })))
          say.done(text.replySent)
        }}
        onClose={() => setWriting(false)}
      >
        {({ values, set, faultOf }) => (
          <WordsField
            label={text.replyLabel}
            hint={text.replyHint}
            value={values.words}
            onChange={(words) => set({ words })}
            mostLetters={2000}
            rows={4}
            error={faultOf('words')}
            focused
          />
        )}
      </FormDialog>
    </div>
  )
}
