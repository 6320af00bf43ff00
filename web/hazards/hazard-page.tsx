import { useState } from 'react'
import { useParams } from 'wouter'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { ApiProblem } from '../api-problem.ts'
import { addressOf, entriesFor } from '../frame/entries.ts'
import { HazardNotices } from '../notices/hazard-notices.tsx'
import { UnsentNote } from '../outbox/unsent-note.tsx'
import { useWithUnsent } from '../outbox/use-unsent.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { timelineWords } from '../text/timeline-words.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page, Section } from '../ui/page.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { markOf } from '../ui/severity-shapes.ts'
import { useMe } from '../ui/use-me.ts'
import { usePhone } from '../ui/use-phone.ts'
import { Chiefs } from './chiefs.tsx'
import { Doors } from './doors.tsx'
import { Evidence } from './evidence.tsx'
import { ExtentFacts } from './extent-facts.tsx'
import { ForwardMenu } from './forward-menu.tsx'
import { Gallery } from './gallery.tsx'
import { HazardFacts } from './hazard-facts.tsx'
import { HazardHead } from './hazard-head.tsx'
import { Linked } from './linked.tsx'
import { NavigateMenu } from './navigate-menu.tsx'
import { NextBox } from './next-box.tsx'
import { PhotoViewer } from './photo-viewer.tsx'
import { placeText } from './place-text.ts'
import { Revisits } from './revisits.tsx'
import { StepDialog } from './steps/step-dialog.tsx'
import { Supervision } from './supervision.tsx'
import { TaskCard } from './task-card.tsx'
import { Timeline } from './timeline.tsx'
import { useHazard } from './use-hazard.ts'
import { useOpenStep } from './use-open-step.ts'
import './hazard-page.css'

/** Where one comes from: what waits, one's own reports, or else the register. */
const lists = ['mine', 'reports', 'register'] as const

const isGone = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404

/** One hazard: the evidence, whose duty, what has happened, and every step there is. */
export default function HazardPage() {
  const { id } = useParams<{ id: string }>()
  const text = useWords(hazardWords)
  const { role } = useMe().person
  const hazard = useHazard(id)
  const backTo = addressOf[lists.find((entry) => entriesFor(role).includes(entry)) ?? 'register']
  if (hazard.data) return <WholeHazard hazard={hazard.data} backTo={backTo} />
  return (
    <Page title={text.hazard} backTo={backTo}>
      {hazard.isPending ? (
        <div className="hazard-loading">
          <span className="hazard-loading-photo" aria-hidden="true" />
          <LoadingRows rows={5} />
        </div>
      ) : (
        <ErrorState
          problem={hazard.error}
          {...(!isGone(hazard.error) && { retry: () => void hazard.refetch() })}
          retrying={hazard.isFetching}
        />
      )}
    </Page>
  )
}

const WholeHazard = ({ hazard: told, backTo }: { readonly hazard: HazardWhole; readonly backTo: string }) => {
  const hazard = useWithUnsent(told)
  const text = useWords(hazardWords)
  const timeline = useWords(timelineWords)
  const phone = usePhone()
  const { step, open, close } = useOpenStep()
  const [shownId, show] = useState<string | null>(null)
  const name = hazard.registerNumber ?? text.shortCode(hazard.shortCode)

  const head = (
    <>
      <UnsentNote hazardId={hazard.id} />
      <HazardHead hazard={hazard} />
      <Linked hazard={hazard} />
      <Supervision hazard={hazard} />
    </>
  )
  const next = <NextBox hazard={hazard} onOpen={open} />
  const evidence = <Evidence hazard={hazard} onOpen={show} />
  const gallery = (
    <Section title={text.evidence}>
      <Gallery hazard={hazard} onOpen={show} />
    </Section>
  )
  const history = (
    <Section title={timeline.title}>
      <Timeline hazard={hazard} onOpen={show} />
    </Section>
  )
  const tasks = (
    <Section title={text.tasks}>
      {hazard.tasks.length === 0 && <p className="quiet">{text.noTasks}</p>}
      <div className="task-cards">
        {hazard.tasks.map((task) => (
          <TaskCard key={task.id} hazard={hazard} task={task} onOpen={open} />
        ))}
      </div>
    </Section>
  )
  const doors = (
    <Section title={text.wholeHazard}>
      <Doors hazard={hazard} taskId={null} onOpen={open} />
    </Section>
  )
  const duty = (
    <>
      <ExtentFacts hazard={hazard} />
      <Section title={text.chiefs}>
        <Chiefs hazard={hazard} />
      </Section>
      {hazard.revisits.length > 0 && (
        <Section title={text.revisits}>
          <Revisits revisits={hazard.revisits} />
        </Section>
      )}
      <HazardNotices hazard={hazard} />
      <Section title={text.facts}>
        <HazardFacts hazard={hazard} />
      </Section>
    </>
  )
  return (
    <Page
      title={name}
      mark={<SeverityMark kind={markOf(hazard)} sizePixels={24} />}
      backTo={backTo}
      actions={
        <>
          {!phone && <NavigateMenu hazard={hazard} name={placeText(hazard) || name} />}
          <ForwardMenu hazard={hazard} />
        </>
      }
    >
      {phone ? (
        <div className="hazard hazard-on-phone" inert={step !== null}>
          {evidence}
          {head}
          <div className="hazard-thumb not-in-print">
            {next}
            <NavigateMenu hazard={hazard} name={placeText(hazard) || name} />
          </div>
          {tasks}
          {doors}
          {duty}
          {gallery}
          {history}
        </div>
      ) : (
        <div className="hazard hazard-on-desk" inert={step !== null}>
          <div className="hazard-evidence">
            {evidence}
            {gallery}
            {history}
          </div>
          <div className="hazard-duty">
            {head}
            {next}
            {tasks}
            {doors}
            {duty}
          </div>
        </div>
      )}
      <PhotoViewer hazard={hazard} photos={hazard.photos} shownId={shownId} onShow={show} />
      {step && (
        <StepDialog
          key={`${step.move}-${step.taskId}`}
          hazard={hazard}
          move={step.move}
          taskId={step.taskId}
          onClose={close}
          onOpen={(move, taskId) => open({ move, taskId })}
        />
      )}
    </Page>
  )
}
