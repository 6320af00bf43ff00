import { Button, Modal, NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FindingReport } from '../../server/junctions/wire.ts'
import { api, told } from '../api.ts'
import { ApiProblem } from '../api-problem.ts'
import { useAct, useAsked } from '../asking.ts'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { CountFigure, Figures } from '../ui/figure.tsx'
import { ErrorLine, ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { say } from '../ui/say.tsx'
import { junctionKeys } from './refresh-junctions.ts'

/** First what would change, then the change: nothing is written before "take over". */
export const FindDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useWords(junctionWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const actId = useRef(newId())
  const [crossings, setCrossings] = useState<FindingReport['crossings']>('meet')
  const finding = useAsked(
    ['junction-finding', crossings],
    () => told(api.junctions.finding.$get({ query: { crossings } })),
    { staleTimeMs: 0 },
  )
  const adopt = useAct(
    ({ fingerprint }: FindingReport) =>
      told(
        api.junctions.finding.$post({
          json: { actId: actId.current, deviceAt: serverNow(), crossings, fingerprint },
        }),
      ),
    {
      refreshes: junctionKeys,
      onDone: (_, { fresh, gone }) => {
        say.done(text.adopted(fresh, gone))
        client.removeQueries({ queryKey: ['junction-finding'] })
        onClose()
      },
    },
  )
  const { data } = finding
  const take = (report: FindingReport): void =>
    adopt.mutate(report, {
      onError: (error) => {
        // what is shown is no longer so: the reader sees what would change now, and decides on that
        if (error instanceof ApiProblem && error.code === 'changed-meanwhile') void finding.refetch()
      },
    })
  const changes = data && data.fresh + data.gone + data.returning > 0
  return (
    <Modal opened onClose={onClose} title={text.findTitle} size="lg" closeButtonProps={{ 'aria-label': ui.close }}>
      <div className="dialog-body">
        <p className="quiet">{text.findHow}</p>
        <NativeSelect
          label={text.crossings}
          value={crossings}
          onChange={(event) => setCrossings(event.currentTarget.value === 'apart' ? 'apart' : 'meet')}
          data={[
            { value: 'meet', label: text.crossingsMeet },
            { value: 'apart', label: text.crossingsApart },
          ]}
        />
        {finding.isPending ? (
          <LoadingRows rows={3} />
        ) : data === undefined ? (
          <ErrorState problem={finding.error} retry={() => void finding.refetch()} retrying={finding.isRefetching} />
        ) : (
          <Report report={data} />
        )}
      </div>
      {adopt.isError && <ErrorLine problem={adopt.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{ui.cancel}</Button>
        <Button
          variant="filled"
          loading={adopt.isPending}
          disabled={data === undefined || finding.isFetching || changes !== true}
          onClick={() => data && take(data)}
        >
          {text.adopt}
        </Button>
      </div>
    </Modal>
  )
}

const Report = ({ report }: { readonly report: FindingReport }) => {
  const text = useWords(junctionWords)
  const ui = useWords(uiWords)
  const { roads, nodes, found, fresh, kept, returning, gone, stayRetired } = report
  if (roads === 0) return <p>{text.noRoads}</p>
  return (
    <div className="junction-report" role="status">
      <Figures>
        <CountFigure label={text.fresh} count={fresh} unit={text.unit} />
        <CountFigure label={text.kept} count={kept} unit={text.unit} />
        {returning > 0 && <CountFigure label={text.returning} count={returning} unit={text.unit} />}
        <CountFigure
          label={text.gone}
          count={gone}
          unit={text.unit}
          {...(report.goneInspected > 0 && { note: text.goneNote(report.goneInspected) })}
        />
      </Figures>
      <p className="figures">{text.from(roads, nodes, found)}</p>
      <p className="quiet figures">{text.joints(report.shared, report.touching, report.crossing)}</p>
      {stayRetired > 0 && <p className="quiet figures">{text.stayRetired(stayRetired)}</p>}
      {fresh + gone + returning === 0 && <p>{text.nothingNew}</p>}
      {report.examples.length > 0 && (
        <p className="quiet">
          {text.examples} {ui.listOf(report.examples.map(({ name }) => name))}
        </p>
      )}
    </div>
  )
}
