import { useState } from 'react'
import type { HazardLine } from '../../../server/hazards/answers.ts'
import { api, photoUrl, told } from '../../api.ts'
import { useAsked } from '../../asking.ts'
import { SearchField } from '../../register/filter-bar.tsx'
import { useWords } from '../../text/language.ts'
import { remedyStepWords } from '../../text/remedy-step-words.ts'
import { stepWords } from '../../text/step-words.ts'
import { useCodeNames } from '../../ui/use-county.ts'
import { placeText } from '../place-text.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'
import { WordsField } from './words-field.tsx'
import './merge-hazard.css'

const nearMetres = 200

/** The same hazard as another: those near it stand first, any other is found by its number. */
export const MergeHazard = ({ hazard, onClose }: StepProps) => {
  const text = useWords(remedyStepWords)
  const { because: becauseLabel, becauseNeeded } = useWords(stepWords)
  const param = { id: hazard.id }
  return (
    <StepForm
      hazard={hazard}
      move="merge-hazard"
      submitLabel={text.mergeIt}
      initial={{ intoId: '', because: '' }}
      notYet={({ intoId, because }) =>
        intoId === '' ? text.survivorNeeded : because.trim() === '' ? becauseNeeded : null
      }
      post={({ intoId, because }) =>
        (act, version) =>
          told(api.hazards[':id'].merge.$post({ param, json: { ...act, intoId, because } }, version))
        }
      onClose={onClose}
    >
      {({ values, set, faultOf }) => (
        <>
          <p>{text.mergeHow}</p>
          <Survivors id={hazard.id} chosenId={values.intoId} onChoose={(intoId) => set({ intoId })} />
          <WordsField
            label={becauseLabel}
            hint={text.mergeHint}
            value={values.because}
            onChange={(because) => set({ because })}
            mostLetters={500}
            error={faultOf('because')}
          />
        </>
      )}
    </StepForm>
  )
}

interface SurvivorsProps {
  readonly id: string
  readonly chosenId: string
  readonly onChoose: (id: string) => void
}

const Survivors = ({ id, chosenId, onChoose }: SurvivorsProps) => {
  const text = useWords(remedyStepWords)
  const [words, setWords] = useState('')
  const near = useAsked(['hazard', id, 'nearby'], () =>
    told(api.hazards[':id'].nearby.$get({ param: { id }, query: { metres: String(nearMetres) } })),
  )
  const found = useAsked(
    ['register', 'survivors', words],
    () => told(api.hazards.$get({ query: { q: words, stage: 'team,camera,register', limit: '12' } })),
    { enabled: words !== '' },
  )
  const nearby = near.data?.hazards ?? []
  const others = words === '' ? [] : (found.data?.hazards ?? []).filter((line) => line.id !== id)
  const none = words !== '' && found.isSuccess && others.length === 0
  return (
    <>
      <fieldset className="survivors">
        <legend>{words === '' ? text.near(nearMetres) : text.survivor}</legend>
        {near.isError && words === '' && <p className="quiet">{text.nearFailed}</p>}
        {near.isSuccess && nearby.length === 0 && words === '' && <p className="quiet">{text.nearNone}</p>}
        {none && <p className="quiet">{text.foundNone}</p>}
        {words === ''
          ? nearby.map((line) => (
              <Survivor
                key={line.id}
                line={line}
                note={text.metresAway(line.metres)}
                chosen={line.id === chosenId}
                onChoose={onChoose}
              />
            ))
          : others.map((line) => (
              <Survivor key={line.id} line={line} note="" chosen={line.id === chosenId} onChoose={onChoose} />
            ))}
      </fieldset>
      <SearchField words={words} onSearch={setWords} placeholder={text.findOther} label={text.findOther} />
    </>
  )
}

interface SurvivorProps {
  readonly line: HazardLine
  readonly note: string
  readonly chosen: boolean
  readonly onChoose: (id: string) => void
}

const Survivor = ({ line, note, chosen, onChoose }: SurvivorProps) => {
  const names = useCodeNames()
  return (
    <label className="survivor" data-chosen={chosen}>
      <input type="radio" name="survivor" checked={chosen} onChange={() => onChoose(line.id)} />
      {line.photoSha256 === null ? (
        <span className="survivor-no-photo" />
      ) : (
        <img src={photoUrl(line.photoSha256, 'small')} alt="" loading="lazy" />
      )}
      <span className="survivor-words">
        <strong className="figures">{line.registerNumber ?? line.shortCode}</strong>
        <span>{line.description || names.hazard(line.code)}</span>
        <span className="quiet figures">{[note, placeText(line)].filter((part) => part !== '').join(' · ')}</span>
      </span>
    </label>
  )
}
