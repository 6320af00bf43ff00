import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { junctionKeepers } from '../../server/domain/junction-doors.ts'
import type { JunctionWhole } from '../../server/junctions/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { NavigateMenu } from '../hazards/navigate-menu.tsx'
import { shieldOf } from '../map/base-layers.ts'
import { junctionWords } from '../text/junction-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Facts, Page } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { type Change, ChangeDialog } from './change-dialog.tsx'
import { HazardsHere } from './hazards-here.tsx'
import { History } from './history.tsx'
import { InspectBox } from './inspect-box.tsx'
import { JunctionMark } from './junction-mark.tsx'
import { WhereItLies } from './where-it-lies.tsx'
import './junction.css'

/** One junction: where it lies, when somebody last looked, what was found, and the button for whoever stands there now. */
export default function JunctionPage() {
  const text = useWords(junctionWords)
  const { id = '' } = useParams()
  const asked = useAsked(['junctions', 'one', id], () => told(api.junctions[':id'].$get({ param: { id } })))
  const junction = asked.data
  return (
    <Page
      title={junction?.name ?? text.title}
      backTo="/junctions"
      {...(junction && {
        mark: <JunctionMark age={junction.age} sizePixels={24} />,
      })}
    >
      {asked.isPending ? (
        <LoadingRows rows={6} />
      ) : junction === undefined ? (
        <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isRefetching} />
      ) : (
        <Told junction={junction} />
      )}
    </Page>
  )
}

const Told = ({ junction }: { readonly junction: JunctionWhole }) => {
  const text = useWords(junctionWords)
  return (
    <div className="junction-whole">
      <div className="junction-aside">
        {!junction.active && (
          <p className="junction-retired" role="status">
            <strong>{text.retiredBand}</strong>{' '}
            {junction.retiredByHand ? (junction.retiredBecause ?? '') : text.notFoundAgain}
          </p>
        )}
        <WhereItLies junction={junction} />
        <About junction={junction} />
      </div>
      <div className="junction-main">
        <InspectBox junction={junction} />
        <History junction={junction} />
        <HazardsHere junction={junction} />
      </div>
    </div>
  )
}

const About = ({ junction }: { readonly junction: JunctionWhole }) => {
  const text = useWords(junctionWords)
  const { junctionSources, roadClasses } = useWords(tradeWords)
  const time = useTime()
  const { role } = useMe().person
  const [change, setChange] = useState<Change | null>(null)
  const { longitude, latitude, lastInspectedAt, routeCodes, roadClass, townshipName, placeName } = junction
  const at = [longitude, latitude].map((degrees) => degrees.toFixed(5)).join(', ')
  const places = [...new Set([townshipName, placeName].filter((name) => name !== null))].join(' ')
  return (
    <>
      <Facts
        facts={[
          {
            label: text.whole.last,
            value: lastInspectedAt === null ? text.ages.never : time.instant(lastInspectedAt),
          },
          { label: text.whole.arms, value: text.armsOf(junction.arms) },
          {
            label: text.whole.routes,
            value: [routeCodes.map(shieldOf).join(' · '), roadClass === null ? '' : roadClasses[roadClass]]
              .filter((part) => part !== '')
              .join(' · '),
          },
          { label: text.whole.township, value: places === '' ? text.noTownship : places },
          { label: text.whole.position, value: <span className="figures">{at}</span> },
          { label: text.whole.source, value: junctionSources[junction.source] },
        ]}
      />
      <div className="junction-doors not-in-print">
        <NavigateMenu hazard={junction} name={junction.name} />
        <Button component={Link} href={`/map?at=${longitude.toFixed(5)},${latitude.toFixed(5)},16`}>
          {text.onMap}
        </Button>
        {junctionKeepers.includes(role) && (
          <>
            <Button onClick={() => setChange('rename')}>{text.rename}</Button>
            <Button onClick={() => setChange(junction.active ? 'retire' : 'restore')}>
              {junction.active ? text.retire : text.restore}
            </Button>
          </>
        )}
      </div>
      {change !== null && <ChangeDialog junction={junction} change={change} onClose={() => setChange(null)} />}
    </>
  )
}
