import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { leadSources } from '../../db/vocabulary.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { api, told } from '../api.ts'
import { PhotoPicker } from '../photos/photo-picker.tsx'
import { usePhotoTray } from '../photos/use-photo-tray.ts'
import { captureWords } from '../text/capture-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { dropDraft, keepDraft, keptDraft } from '../ui/drafts.ts'
import { EmptyState, ErrorLine } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { useCounty } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { CategoryChoice } from './category-choice.tsx'
import { PlacePart } from './place-part.tsx'
import { missingFrom, newDraft, positionOf, type ReportDraft, reportFrom } from './report-draft.ts'
import { useOwnPosition } from './use-own-position.ts'
import './capture.css'

const mostPhotos = 30

/** Photo, category, saved: three taps where the position is found; everything else is filled in or may be left out. */
export default function CapturePage() {
  const text = useWords(captureWords)
  const [saved, setSaved] = useState<HazardWhole | null>(null)
  return (
    <Page title={text.title} width="reading">
      {saved === null ? (
        <ReportForm onSaved={setSaved} />
      ) : (
        <EmptyState
          title={text.saved(saved.shortCode)}
          action={
            <div className="capture-after">
              <Button variant="filled" onClick={() => setSaved(null)} data-autofocus>
                {text.next}
              </Button>
              <Button component={Link} href={`/hazards/${saved.id}`}>
                {text.open}
              </Button>
            </div>
          }
        >
          {text.savedHow}
        </EmptyState>
      )}
    </Page>
  )
}

const ReportForm = ({ onSaved }: { readonly onSaved: (hazard: HazardWhole) => void }) => {
  const text = useWords(captureWords)
  const language = useLanguage()
  const me = useMe()
  const { codes } = useCounty()
  const { now } = useTime()
  const client = useQueryClient()
  // another person on this device must not find the report of the one before
  const draftKey = `capture.${me.person.id}`
  const [draft, setDraft] = useState<ReportDraft>(() => keptDraft(draftKey, newDraft(me.person.role)))
  const { tray, photos } = usePhotoTray(draftKey)
  const own = useOwnPosition()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  useEffect(() => keepDraft(draftKey, draft), [draftKey, draft])

  const set = (change: Partial<ReportDraft>): void => setDraft((before) => ({ ...before, ...change }))
  const position = positionOf(draft, photos, own.fix, now)
  const measured = positionOf({ ...draft, pin: [] }, photos, own.fix, now)
  const missing = missingFrom(draft, photos.length, position)
  const missingText = {
    photo: text.needPhoto,
    category: text.needCategory,
    place: text.needPlace,
    words: text.needWords,
  }
  const sent = photos.filter(({ state }) => state === 'sent').length

  const save = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      const taken = await tray.allSent()
      const source = leadSources.find((each) => each === draft.source) ?? 'patrol'
      const settled = positionOf(draft, taken, own.fix, new Date().toISOString())
      const json = reportFrom(draft, source, taken, settled)
      const hazard = await told(api.hazards[':id'].$put({ param: { id: draft.id }, json }))
      tray.empty()
      dropDraft(draftKey)
      setDraft(newDraft(me.person.role))
      await Promise.all(
        [['register'], ['mine'], ['map-hazards'], ['figures'], ['place-at']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      )
      onSaved(hazard)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="capture"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <PhotoPicker tray={tray} photos={photos} label={text.photos} most={mostPhotos} />
      <CategoryChoice code={draft.code} onChoose={(code) => set({ code })} />
      <PlacePart draft={draft} position={position} measured={measured} why={own.why} set={set} />
      <fieldset className="capture-part">
        <Textarea
          label={text.remark}
          placeholder={text.remarkHint}
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <NativeSelect
          label={text.source}
          value={draft.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
          data={codes.source.map((each) => ({ value: each.code, label: each[language] }))}
        />
        {me.person.role === 'squad' && (
          <Checkbox
            label={text.sceneComplete}
            description={text.sceneCompleteHint}
            checked={draft.sceneComplete}
            onChange={(event) => set({ sceneComplete: event.currentTarget.checked })}
          />
        )}
      </fieldset>
      <div className="capture-save">
        {problem !== null && <ErrorLine problem={problem} />}
        <p className="capture-quiet figures" role="status">
          {missing !== null ? missingText[missing] : photos.length > 0 && text.photosSent(sent, photos.length)}
        </p>
        <Button type="submit" variant="filled" size="lg" fullWidth disabled={missing !== null} loading={busy}>
          {text.save}
        </Button>
      </div>
    </form>
  )
}
