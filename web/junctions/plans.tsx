import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { junctionKeepers } from '../../server/domain/junction-doors.ts'
import type { Plan } from '../../server/junctions/wire.ts'
import { api } from '../api.ts'
import { shieldOf } from '../map/base-layers.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Section } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { junctionsAddress } from './junction-filter.ts'
import { PlanDialog } from './plan-dialog.tsx'
import { plansKey, usePlans } from './use-plans.ts'

/** What squads mean to look at, and how far that is: by junctions, never by persons. */
export const Plans = () => {
  const text = useWords(junctionWords)
  const keeps = junctionKeepers.includes(useMe().person.role)
  const plans = usePlans()
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<Plan | null>(null)
  const shown = (plans.data?.plans ?? []).filter(({ endedAt }) => endedAt === null)
  return (
    <Section title={text.plans} actions={keeps && <Button onClick={() => setMaking(true)}>{text.makePlan}</Button>}>
      <p className="quiet junction-lead">{text.plansHow}</p>
      {plans.isPending ? (
        <LoadingRows rows={1} />
      ) : plans.data === undefined ? (
        <ErrorState problem={plans.error} retry={() => void plans.refetch()} retrying={plans.isRefetching} />
      ) : shown.length === 0 ? (
        <p className="quiet">{text.noPlans}</p>
      ) : (
        <ul className="junction-plans">
          {shown.map((plan) => (
            <PlanRow key={plan.id} plan={plan} {...(keeps && { onEnd: () => setEnding(plan) })} />
          ))}
        </ul>
      )}
      {making && <PlanDialog onClose={() => setMaking(false)} />}
      {ending !== null && <EndDialog plan={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}

const PlanRow = ({ plan, onEnd }: { readonly plan: Plan; readonly onEnd?: () => void }) => {
  const text = useWords(junctionWords)
  const time = useTime()
  const scope = [...plan.routeCodes.map(shieldOf), ...plan.townships.map(({ code, name }) => name ?? code)]
  const label = text.progress(plan.inspected, plan.junctions)
  return (
    <li className="junction-plan">
      <span>
        <strong>{plan.name}</strong>
        <span className="quiet figures">
          {[plan.unit, `${time.shortDay(plan.fromOn)}—${time.shortDay(plan.untilOn)}`, ...scope]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      <Link href={junctionsAddress({ plan: plan.id, looked: 'left' })} className="junction-progress">
        <progress value={plan.inspected} max={Math.max(1, plan.junctions)} aria-label={label} />
        <span className="figures">{label}</span>
      </Link>
      {onEnd && (
        <Button variant="subtle" onClick={onEnd}>
          {text.endPlan}
        </Button>
      )}
    </li>
  )
}

const EndDialog = ({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) => {
  const text = useWords(junctionWords)
  const client = useQueryClient()
  const actId = useRef(newId())
  const submit = async ({ because }: { because: string }): Promise<void> => {
    const json = { actId: actId.current, deviceAt: serverNow(), because }
    await api['patrol-plans'][':id'].end.$post({ param: { id: plan.id }, json })
    await client.invalidateQueries({ queryKey: plansKey })
  }
  return (
    <FormDialog
      opened
      title={text.endTitle}
      draftKey={null}
      initial={{ because: '' }}
      submitLabel={text.endPlan}
      onSubmit={submit}
      onClose={onClose}
      notYet={({ because }) => (because.trim() === '' ? text.reasonNeeded : null)}
    >
      {({ values, set, faultOf }) => (
        <TextInput
          label={text.because}
          value={values.because}
          onChange={(event) => set({ because: event.currentTarget.value })}
          error={faultOf('because')}
          data-autofocus
        />
      )}
    </FormDialog>
  )
}
