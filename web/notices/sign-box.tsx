import { Button } from '@mantine/core'
import { useState } from 'react'
import type { NoticeWhole } from '../../server/notices/answers.ts'
import { api, told } from '../api.ts'
import { useWords } from '../text/language.ts'
import { noticeWords } from '../text/notice-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'
import { type Point, SignaturePad } from './signature-pad.tsx'
import { useNoticeAct } from './use-notices.ts'

/** One tap is the receipt; whoever prefers draws their name. */
export const SignBox = ({ notice }: { readonly notice: NoticeWhole }) => {
  const text = useWords(noticeWords)
  const { unit } = useMe()
  const act = useNoticeAct(notice.id)
  const [busy, setBusy] = useState(false)
  const [drawing, setDrawing] = useState(false)
  const door = notice.doors.find((one) => one.act === 'sign')
  // nothing to sign, or signed already: the receipts say so
  if (notice.ownUnitSigned === null || !door?.ok) return null
  const sign = (json: { way: 'tap' | 'drawn'; strokes: [number, number][][] | null }): Promise<void> =>
    act((fields) => told(api.notices[':id'].sign.$post({ param: { id: notice.id }, json: { ...fields, ...json } })))
  const tap = async (): Promise<void> => {
    setBusy(true)
    try {
      await sign({ way: 'tap', strokes: null })
      say.done(text.signed)
    } catch (error) {
      say.failed(error)
    } finally {
      setBusy(false)
    }
  }
  const accepts =
    notice.kind === 'rectification' &&
    notice.receipts.some(({ as, unit: to }) => as === 'addressee' && to.id === unit?.id)
  return (
    <section className="notice-sign not-in-print" aria-label={text.acts.sign}>
      <p>
        {text.signHow(unit?.name ?? '')}
        {accepts && <span className="quiet"> {text.signAccepts}</span>}
      </p>
      <div className="notice-sign-ways">
        <Button variant="filled" size="md" loading={busy} onClick={() => void tap()}>
          {text.signTap}
        </Button>
        <Button size="md" onClick={() => setDrawing(true)}>
          {text.signDrawn}
        </Button>
      </div>
      <FormDialog
        opened={drawing}
        title={text.signDrawn}
        draftKey={null}
        initial={{ strokes: [] as readonly (readonly Point[])[] }}
        submitLabel={text.signTap}
        notYet={({ strokes }) => (strokes.length === 0 ? text.padEmpty : null)}
        onSubmit={async ({ strokes }) => {
          await sign({ way: 'drawn', strokes: strokes.map((stroke) => stroke.map(([x, y]) => [x, y])) })
          say.done(text.signed)
        }}
        onClose={() => setDrawing(false)}
      >
        {({ values, set }) => (
          <>
            <p>{text.signHow(unit?.name ?? '')}</p>
            <SignaturePad strokes={values.strokes} onChange={(strokes) => set({ strokes })} />
            <p className="quiet">{text.padKeyboard}</p>
          </>
        )}
      </FormDialog>
    </section>
  )
}
