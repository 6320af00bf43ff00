import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ShownFinding } from '../../server/clearance/findings-wire.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { photoUrl } from '../api.ts'
import { arrivalWords } from '../text/arrival-words.ts'
import { clearanceWords } from '../text/clearance-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { useCodeNames } from '../ui/use-county.ts'
import { usePhotoFacts } from './use-photo-facts.ts'

interface Props {
  readonly hazard: HazardWhole
  readonly finding: ShownFinding
}

type Use = Extract<ShownFinding, { check: 'bytes-never-used' }>['evidence']['photos'][number]['uses'][number]
type Twin = Use & { readonly differenceBits?: number; readonly perceptualBits?: number }

/** What a finding rests on: times, metres, the other photo beside this one, who took it with what. */
export const FindingEvidence = ({ hazard, finding }: Props) => {
  const text = useWords(clearanceWords)
  const arrival = useWords(arrivalWords)
  const time = useTime()
  const names = useCodeNames()
  const metres = (value: number): string => String(value < 100 ? value : Math.round(value))
  switch (finding.check) {
    case 'taken-after-assignment': {
      const { since, sinceReopened, sinceScene, clockAheadSeconds, photos } = finding.evidence
      const at = time.instant(since)
      return (
        <div className="evidence">
          <p className="figures">
            {sinceScene ? text.sinceScene(at) : sinceReopened ? text.sinceReopened(at) : text.since(at)}
          </p>
          {clockAheadSeconds > 0 && <p>{text.clockAhead(Math.round(clockAheadSeconds / 60))}</p>}
          <Photos
            hazard={hazard}
            photos={photos.map(({ photoId, takenAt, exifAt, clockOffsetMs }) => ({
              photoId,
              facts: [
                text.takenAt(time.instant(takenAt)),
                ...(exifAt === null ? [] : [text.exifAt(time.instant(exifAt))]),
                ...(clockOffsetMs === null ? [] : [arrival.clockOff(Math.round(Math.abs(clockOffsetMs) / 60_000))]),
              ],
            }))}
          />
        </div>
      )
    }
    case 'taken-at-the-place': {
      const { radiusMetres, photos } = finding.evidence
      return (
        <div className="evidence">
          <p>{text.radius(radiusMetres)}</p>
          <Photos
            hazard={hazard}
            photos={photos.map((photo) => ({
              photoId: photo.photoId,
              facts: [
                photo.metres === null ? text.noFix : text.metres(metres(photo.metres)),
                ...(photo.accuracyMetres === null ? [] : [text.accuracy(Math.round(photo.accuracyMetres))]),
                ...(photo.exifMetres === null ? [] : [text.exifMetres(metres(photo.exifMetres))]),
              ],
            }))}
          />
        </div>
      )
    }
    case 'bytes-never-used':
      return (
        <Photos
          hazard={hazard}
          photos={finding.evidence.photos.map(({ photoId, uses }) => ({ photoId, facts: [], twins: uses }))}
        />
      )
    case 'no-near-twin':
      return (
        <Photos
          hazard={hazard}
          photos={finding.evidence.photos.map(({ photoId, twins }) => ({ photoId, facts: [], twins }))}
        />
      )
    case 'from-a-camera':
      return (
        <Photos
          hazard={hazard}
          photos={finding.evidence.photos.map((photo) => ({
            photoId: photo.photoId,
            facts: [
              photo.make === null ? text.noMake : text.make(photo.make),
              text.pixels(photo.format.toUpperCase(), photo.widthPixels, photo.heightPixels),
            ],
            twins: photo.before,
          }))}
        />
      )
    case 'measures-accounted':
      return (
        <ul className="evidence">
          {finding.evidence.measures.map(({ measure, plannedQuantity, installedQuantity, struckBecause }) => {
            const inUnit = (quantity: number): string => `${quantity} ${names.unitOfMeasure(measure)}`
            const facts = [
              ...(plannedQuantity === null ? [] : [text.planned(inUnit(plannedQuantity))]),
              ...(installedQuantity === null ? [] : [text.installed(inUnit(installedQuantity))]),
              ...(plannedQuantity !== null && installedQuantity !== null && installedQuantity < plannedQuantity
                ? [text.short]
                : []),
              ...(installedQuantity === null && struckBecause ? [text.struck(struckBecause)] : []),
            ]
            return (
              <li key={measure} className="figures evidence-line">
                {names.measure(measure)}：{facts.join(' · ')}
              </li>
            )
          })}
        </ul>
      )
  }
}

interface Shown {
  readonly photoId: string
  readonly facts: readonly string[]
  readonly twins?: readonly Twin[]
}

const Photos = ({ hazard, photos }: { readonly hazard: HazardWhole; readonly photos: readonly Shown[] }) => {
  const text = useWords(clearanceWords)
  const facts = usePhotoFacts(hazard)
  return (
    <ul className="evidence">
      {photos.map(({ photoId, facts: found, twins = [] }, at) => {
        const photo = hazard.photos.find(({ id }) => id === photoId)
        if (photo === undefined) return null
        const src = photoUrl(photo.sha256, 'small')
        return (
          <li key={photoId}>
            <div className="evidence-photo">
              <img src={src} alt={facts.alt(photo)} loading="lazy" />
              <p>
                <strong>{text.photo(at + 1)}</strong>
                {[...found, facts.caption(photo)].map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </p>
            </div>
            {twins.map((twin, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hidden ones have nothing else to tell them apart, and the list never changes
              <TwinPair key={index} own={<img src={src} alt={facts.alt(photo)} />} twin={twin} />
            ))}
          </li>
        )
      })}
    </ul>
  )
}

/** This photo and the other side by side; of a hazard outside one's scope only that there is one. */
const TwinPair = ({ own, twin }: { readonly own: ReactNode; readonly twin: Twin }) => {
  const text = useWords(clearanceWords)
  const { photoRoles } = useWords(tradeWords)
  const { hazard, sha256, role, sameHazard, differenceBits, perceptualBits } = twin
  const isSameFile = differenceBits === undefined || differenceBits + (perceptualBits ?? 0) === 0
  return (
    <div className="evidence-pair">
      <figure>
        {own}
        <figcaption>{text.thisPhoto}</figcaption>
      </figure>
      <figure>
        {sha256 === null ? (
          <span className="evidence-hidden" />
        ) : (
          <img src={photoUrl(sha256, 'small')} alt={photoRoles[role]} loading="lazy" />
        )}
        <figcaption>
          {text.otherPhoto} · {photoRoles[role]}
        </figcaption>
      </figure>
      <p>
        {hazard === null ? (
          text.anotherHazard
        ) : sameHazard ? (
          text.sameHazard
        ) : (
          <Link href={`/hazards/${hazard.id}`}>{text.ofHazard(hazard.number)}</Link>
        )}
        <span className="quiet figures">
          {isSameFile ? text.sameBytes : text.apart(differenceBits ?? 0, perceptualBits ?? 0)}
        </span>
      </p>
    </div>
  )
}
