import { Button } from '@mantine/core'
import { useState } from 'react'
import type { NoticeWhole } from '../../server/notices/answers.ts'
import { api, told } from '../api.ts'
import { WordsField } from '../hazards/steps/words-field.tsx'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { useNoticeAct } from './use-notices.ts'

/** Takes a document back, with the reason; only those see the door to whom it could ever open. */
export const WithdrawNotice = ({ notice }: { readonly notice: NoticeWhole }) => {
  const text = useWords(noticeWords)
  const { person } = useMe()
  const act = useNoticeAct(notice.id)
  const [asked, setAsked] = useState(false)
  if (!notice.doors.some((one) => one.act === 'withdraw' && one.ok)) return null
  return (
    <div className="notice-withdraw not-in-print">
      <Button variant="subtle" color="ink" onClick={() => setAsked(true)}>
        {text.acts.withdraw}
      </Button>
      <FormDialog
        opened={asked}
        title={text.acts.withdraw}
        draftKey={`withdraw.${person.id}.${notice.id}`}
        initial={{ because: '' }}
        submitLabel={text.acts.withdraw}
        notYet={({ because }) => (because.trim() === '' ? text.becauseNeeded : null)}
        onSubmit={async ({ because }) => {
          const param = { id: notice.id }
          await act((fields) => told(api.notices[':id'].withdraw.$post({ param, json: { ...fields, because } })))
          say.done(text.withdrawn)
        }}
        onClose={() => setAsked(false)}
      >
        {({ values, set, faultOf }) => (
          <>
            <p>{text.withdrawHow}</p>
            <WordsField
              label={text.because}
              value={values.because}
              onChange={(because) => set({ because })}
              mostLetters={500}
              error={faultOf('because')}
              focused
            />
          </>
        )}
      </FormDialog>
    </div>
  )
}
