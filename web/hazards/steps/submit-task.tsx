import { NumberInput } from '@mantine/core'
import { api, told } from '../../api.ts'
import type { TrayPhoto } from '../../photos/photo-tray.ts'
import { hazardWords } from '../../text/hazard-words.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { useCodeNames, useCounty } from '../../ui/use-county.ts'
import { beforePhotos } from '../photo-facts.ts'
import { InstalledFields } from './installed-fields.tsx'
import { installedOnWire, linesOf, unsettled } from './installed-measures.ts'
import { SameAngle } from './same-angle.tsx'
import { StepForm } from './step-form.tsx'
import type { TaskStepProps } from './step-props.ts'
import { tooFarFrom } from './too-far.ts'
import { WordsField } from './words-field.tsx'
import './submit-task.css'

const mostYuan = 1e10

/** Done, says the unit: photos from the same angle, what was really installed, what it cost. */
export const SubmitTask = ({ hazard, task, onClose }: TaskStepProps) => {
  const text = useWords(stepWords)
  const names = useCodeNames()
  const { metres } = useWords(hazardWords)
  const { settings } = useCounty()
  const doubtOf = (photo: TrayPhoto): string | null => {
    const far = tooFarFrom(hazard, settings.checkRadiusMetres, photo)
    return far === null ? null : text.submitTooFar(metres(Math.round(far)))
  }
  const param = { id: hazard.id, taskId: task.id }
  return (
    <StepForm
      hazard={hazard}
      move="submit-task"
      taskId={task.id}
      size="lg"
      submitLabel={text.send}
      photos={{ label: text.submitPhotos, most: 20, before: beforePhotos(hazard), doubtOf }}
      initial={{ measures: linesOf(task), remark: '', costYuan: task.costYuan }}
      notYet={({ measures }) => {
        const open = unsettled(measures)
        if (open === null) return null
        return open.measure === '' ? text.measureNeeded : text.quantityNeeded(names.measure(open.measure))
      }}
      post={({ measures, remark, costYuan }, photos) =>
        (act, version) => {
          const json = { ...act, photos, measures: installedOnWire(measures), remark, costYuan }
          return told(api.hazards[':id'].tasks[':taskId'].submit.$post({ param, json }, version))
        }}
      onClose={onClose}
    >
      {({ values, set, faultOf }, picker) => (
        <>
          <div className="submit-photos">
            <SameAngle hazard={hazard} photos={beforePhotos(hazard)} label={text.before} />
            {picker}
          </div>
          <InstalledFields task={task} lines={values.measures} onChange={(measures) => set({ measures })} />
          <NumberInput
            label={text.costLabel}
            value={values.costYuan ?? ''}
            onChange={(written) => set({ costYuan: typeof written === 'number' ? written : null })}
            min={0}
            max={mostYuan}
            decimalScale={2}
            allowNegative={false}
            thousandSeparator=","
            hideControls
            inputMode="decimal"
            error={faultOf('costYuan')}
          />
          <WordsField
            label={text.remark}
            optional
            value={values.remark}
            onChange={(remark) => set({ remark })}
            mostLetters={1000}
            error={faultOf('remark')}
          />
          <p className="quiet">{text.submitHow}</p>
        </>
      )}
    </StepForm>
  )
}
