import { lazy } from 'react'
import type { HazardWhole, PhotoView } from '../../server/hazards/answers.ts'
import { IfDrawable } from '../map/if-drawable.tsx'
import { clearanceWords } from '../text/clearance-words.ts'
import { useWords } from '../text/language.ts'
import { useCounty } from '../ui/use-county.ts'
import { metresFromHazard } from './photo-facts.ts'
import './evidence-places.css'

const EvidenceMap = lazy(() => import('../map/evidence-map.tsx'))

interface Props {
  readonly hazard: HazardWhole
  readonly befores: readonly PhotoView[]
  readonly afters: readonly PhotoView[]
}

/** Where the hazard is and where each photo was taken: drawn small, and told in metres for those who do not see it. */
export const EvidencePlaces = ({ hazard, befores, afters }: Props) => {
  const text = useWords(clearanceWords)
  const { settings } = useCounty()
  const named = [
    ...befores.map((photo, at) => ({ photo, side: 'before' as const, n: at + 1 })),
    ...afters.map((photo, at) => ({ photo, side: 'after' as const, n: at + 1 })),
  ]
  const placed = named.flatMap(({ photo, side, n }) =>
    photo.position === null
      ? []
      : [
          {
            key: photo.id,
            side,
            sign: side === 'before' ? text.beforeSign(n) : text.afterSign(n),
            at: [photo.position.longitude, photo.position.latitude] as const,
            accuracyMetres: photo.position.accuracyMetres,
          },
        ],
  )
  const { position } = hazard
  const key = <p className="quiet">{text.mapKey(settings.checkRadiusMetres)}</p>
  const meanwhile = (
    <>
      <div className="evidence-map-field" />
      {key}
    </>
  )
  return (
    <section className="evidence-places" aria-label={text.where}>
      <h3>{text.where}</h3>
      {position !== null && placed.length > 0 && (
        <IfDrawable otherwise={null} meanwhile={meanwhile}>
          <div className="evidence-map-field">
            <EvidenceMap
              title={text.whereMap}
              hazard={[position.longitude, position.latitude]}
              hazardSign={text.hazardHere}
              radiusMetres={settings.checkRadiusMetres}
              photos={placed}
            />
          </div>
          {key}
        </IfDrawable>
      )}
      {position === null && <p className="quiet">{text.hazardUnplaced}</p>}
      <ul>
        {named.map(({ photo, side, n }) => {
          const metres = metresFromHazard(photo, hazard)
          const accuracy = photo.position?.accuracyMetres ?? null
          const facts =
            photo.position === null
              ? [text.noFix]
              : [
                  ...(metres === null ? [] : [text.metres(String(metres))]),
                  ...(accuracy === null ? [] : [text.accuracy(Math.round(accuracy))]),
                ]
          return (
            <li key={photo.id}>
              <strong>{side === 'before' ? text.before(n) : text.after(n)}</strong>{' '}
              <span className="figures">{facts.join(' · ')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
