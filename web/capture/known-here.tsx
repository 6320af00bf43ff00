import { useEffect, useState } from 'react'
import { reasonWords } from '../../server/domain/reasons.ts'
import type { NearbyHazard } from '../../server/zones/wire.ts'
import { api, photoUrl, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { hazardKey } from '../hazards/use-hazard.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { captureWords } from '../text/capture-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useCodeNames } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import type { CaptureDraft, KnownHazard } from './capture-draft.ts'

/** An open hazard close by; its version where this device knows it. */
export type KnownNearby = NearbyHazard & {
  readonly version: number | null
  /** Of one that still waits on this device: its photo lies in the outbox. */
  readonly waitingPhotoId: string | null
}

interface Props {
  readonly nearby: readonly KnownNearby[]
  readonly draft: CaptureDraft
  /** No photo yet: who opened the form came to look at these. */
  readonly looking: boolean
  readonly set: (change: Partial<CaptureDraft>) => void
}

const mostShown = 3

/** What is on file here already, seen before a second one is made: one line with the nearest, so that the categories stay in view. */
export const KnownHere = ({ nearby, draft, looking, set }: Props) => {
  const text = useWords(captureWords)
  const squad = useMe().person.role === 'squad'
  const nearest = nearby[0]
  const [turned, setTurned] = useState<boolean | null>(null)
  const isOpen = turned ?? looking
  if (draft.known !== null)
    return (
      <div className="known known-chosen" role="status">
        <p>
          <Icon name="tick" /> <strong>{text.addTo(draft.known.shortCode)}</strong>
        </p>
        <button type="button" className="capture-button" onClick={() => set({ known: null })}>
          {text.notThat}
        </button>
      </div>
    )
  if (nearest === undefined || draft.another) return null
  const choose = ({ id, version, registerNumber, shortCode }: KnownNearby): void => {
    const known: KnownHazard = { id, version, shortCode: registerNumber ?? shortCode }
    set({ known, cured: null })
  }
  const count =
    nearby.length === 1
      ? text.alreadyHere(nearest.distanceMetres)
      : text.alreadyMore(nearby.length, nearest.distanceMetres)
  return (
    <section className="known" aria-label={text.alreadyHere(nearest.distanceMetres)}>
      <button type="button" className="known-line" aria-expanded={isOpen} onClick={() => setTurned(!isOpen)}>
        {isOpen ? <Icon name="warning" /> : <Photo key={nearest.id} known={nearest} />}
        <span className="known-what">
          <strong>{count}</strong>
          {!isOpen && <What known={nearest} />}
        </span>
        <Icon name="down" sizePixels={16} />
      </button>
      {isOpen && (
        <>
          <ul>
            {nearby.slice(0, mostShown).map((each) => (
              <li key={each.id}>
                <div className="known-line">
                  <Photo known={each} />
                  <What known={each} far />
                </div>
                {squad && <AddTo known={each} onChoose={choose} />}
              </li>
            ))}
          </ul>
          {!squad && <p className="quiet">{text.onlySquad}</p>}
          <button type="button" className="capture-button" onClick={() => set({ another: true })}>
            {text.anotherOne}
          </button>
        </>
      )}
    </section>
  )
}

/** The way into the hazard on file, or why it is shut; where its doors are not known here, its author will be told. */
const AddTo = ({
  known,
  onChoose,
}: {
  readonly known: KnownNearby
  readonly onChoose: (known: KnownNearby) => void
}) => {
  const text = useWords(captureWords)
  const language = useLanguage()
  const { id } = known
  const whole = useAsked(hazardKey(id), () => told(api.hazards[':id'].$get({ param: { id } })), {
    enabled: known.waitingPhotoId === null,
  }).data
  const door = whole?.moves.find(({ move }) => move === 'add-scene-photo')
  if (door?.ok === false)
    return <p className="quiet">{door.because === null ? text.onlySquad : reasonWords[door.because][language]}</p>
  const version = whole?.version ?? known.version
  return (
    <button
      type="button"
      className="capture-button capture-button-accent"
      onClick={() => onChoose({ ...known, version })}
    >
      {text.thisOne}
    </button>
  )
}

const Photo = ({ known }: { readonly known: KnownNearby }) => {
  const [gone, setGone] = useState(false)
  const waiting = useWaitingPhoto(known.waitingPhotoId)
  const src = known.photoSha256 === null ? waiting : photoUrl(known.photoSha256, 'small')
  return src === null || gone ? (
    <span className="known-photo">
      <Icon name="no-photo" />
    </span>
  ) : (
    <img className="known-photo" src={src} alt="" onError={() => setGone(true)} />
  )
}

const What = ({ known, far = false }: { readonly known: KnownNearby; readonly far?: boolean }) => {
  const text = useWords(captureWords)
  const names = useCodeNames()
  const { distanceMetres, registerNumber, shortCode } = known
  return (
    <span className="known-facts">
      <SeverityMark kind={markOf({ ...known, setAside: null })} sizePixels={16} />
      <span className="known-name">{names.hazard(known.code)}</span>
      <span className="code">{registerNumber ?? shortCode}</span>
      {far && <span className="figures">{text.away(distanceMetres)}</span>}
    </span>
  )
}

const useWaitingPhoto = (photoId: string | null): string | null => {
  const outbox = useOutbox()
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (photoId === null) return
    let made: string | null = null
    let gone = false
    void outbox
      .preview(photoId)
      .catch(() => null)
      .then((bytes) => {
        if (bytes === null || gone) return
        made = URL.createObjectURL(bytes)
        setUrl(made)
      })
    return () => {
      gone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [outbox, photoId])
  return url
}
