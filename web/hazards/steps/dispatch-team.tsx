import { Radio } from '@mantine/core'
import { api, told } from '../../api.ts'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import { useCounty } from '../../ui/use-county.ts'
import { useMe } from '../../ui/use-me.ts'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

/** Who goes and looks. A squad sends itself; the county chooses, the squad of the area first. */
export const DispatchTeam = ({ hazard, onClose }: StepProps) => {
  const text = useWords(stepWords)
  const { units } = useCounty()
  const me = useMe()
  const own = me.person.role === 'squad' ? me.unit : null
  const isNear = (areaCodes: readonly string[]): boolean => areaCodes.some((code) => hazard.placeCode.startsWith(code))
  const squads = units
    .filter(({ kind }) => kind === 'squad')
    .sort((a, b) => Number(isNear(b.areaCodes)) - Number(isNear(a.areaCodes)))
  const nearest = squads.find(({ areaCodes }) => isNear(areaCodes))
  const aboutOf = (squad: (typeof squads)[number]): string =>
    [isNear(squad.areaCodes) ? text.squadHere : '', hazard.team?.id === squad.id ? text.squadNow : '']
      .filter((part) => part !== '')
      .join(' · ')
  return (
    <StepForm
      hazard={hazard}
      move="dispatch-team"
      submitLabel={text.dispatch}
      initial={{ unitId: own?.id ?? hazard.team?.id ?? nearest?.id ?? '' }}
      notYet={({ unitId }) => (unitId === '' ? text.squadNeeded : null)}
      post={({ unitId }) =>
        (act, version) =>
          told(api.hazards[':id'].dispatch.$post({ param: { id: hazard.id }, json: { ...act, unitId } }, version))
        }
      onClose={onClose}
    >
      {({ values, set }) =>
        own !== null ? (
          <p>{text.ownSquad(own.name)}</p>
        ) : squads.length === 0 ? (
          <p>{text.noSquads}</p>
        ) : (
          <Radio.Group label={text.squad} value={values.unitId} onChange={(unitId) => set({ unitId })}>
            <div className="choice-list">
              {squads.map((squad) => (
                <Radio key={squad.id} value={squad.id} label={squad.name} description={aboutOf(squad)} />
              ))}
            </div>
          </Radio.Group>
        )
      }
    </StepForm>
  )
}
