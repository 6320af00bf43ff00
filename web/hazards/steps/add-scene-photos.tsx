import { Checkbox } from '@mantine/core'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import type { PhotoTakenBody, Position } from '../../../server/hazards/wire.ts'
import { api, told } from '../../api.ts'
import { doubtfulMetres } from '../../photos/device-position.ts'
import { hazardWords } from '../../text/hazard-words.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { tradeWords } from '../../text/trade-words.ts'
import { beforePhotos } from '../photo-facts.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

/** The finest fix that the device itself took with these photos. */
const finestFix = (photos: readonly PhotoTakenBody[]): Position | null =>
  photos
    .flatMap(({ position }) => (position?.source === 'device' ? [position] : []))
    .sort((a, b) => (a.accuracyMetres ?? Infinity) - (b.accuracyMetres ?? Infinity))[0] ?? null

/** What is drawn stays where it is drawn: no fix of a photo moves it. */
const isRough = ({ position, extent }: HazardWhole): boolean =>
  position !== null &&
  !extent &&
  (position.source !== 'device' || (position.accuracyMetres ?? Infinity) > doubtfulMetres)

/** More photos of the scene; a hazard that has no position, or a rough one, gets theirs. */
export const AddScenePhotos = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  const page = useWords(hazardWords)
  const { photoRoles } = useWords(tradeWords)
  const unplaced = hazard.position === null
  return (
    <StepForm
      hazard={hazard}
      move="add-scene-photo"
      submitLabel={text.addPhotos}
      photos={{ label: photoRoles.scene, most: 30, before: beforePhotos(hazard) }}
      initial={{ replacePosition: isRough(hazard) }}
      post={({ replacePosition }, photos) =>
        (act, version) => {
          const position = unplaced || replacePosition ? finestFix(photos) : null
          const json = { ...act, photos, position }
          return told(api.hazards[':id']['scene-photos'].$post({ param: { id: hazard.id }, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set }, picker) => (
        <>
          {picker}
          {unplaced ? (
            <p className="quiet">{text.betterPlaceFirst}</p>
          ) : hazard.extent ? null : (
            <Checkbox
              label={text.betterPlace(
                hazard.position?.accuracyMetres == null
                  ? page.noFix
                  : page.accuracy(Math.round(hazard.position.accuracyMetres)),
              )}
              checked={values.replacePosition}
              onChange={(event) => set({ replacePosition: event.currentTarget.checked })}
            />
          )}
        </>
      )}
    </StepForm>
  )
}
