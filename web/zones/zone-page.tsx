import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { zoneWords } from '../text/zone-words.ts'
import { ErrorState, LoadingRows } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'
import { ChangesPart } from './changes-part.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { HelpersPart } from './helpers-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { SignPart } from './sign-part.tsx'
import { ZoneFacts } from './zone-facts.tsx'
import { ZoneFigures } from './zone-figures.tsx'
import { zoneKey } from './zone-key.ts'
import './zones.css'

/** One zone: who answers for it today and did before, who helps, how it stands, its sign; and the handing over. */
export default function ZonePage() {
  const text = useWords(zoneWords)
  const { id = '' } = useParams()
  const asked = useAsked(zoneKey(id), () => told(api.zones[':id'].whole.$get({ param: { id } })))
  const zone = asked.data
  return (
    <Page title={zone?.name ?? text.title} backTo="/zones" {...(zone && { actions: <Doors zone={zone} /> })}>
      {asked.isPending ? (
        <LoadingRows rows={8} />
      ) : zone === undefined ? (
        <ErrorState problem={asked.error} retry={() => void asked.refetch()} retrying={asked.isRefetching} />
      ) : (
        <div className="zone-whole">
          <div className="zone-aside">
            <ZoneMap zone={zone} />
            <ZoneFacts zone={zone} />
          </div>
          <div className="zone-main">
            <ZoneFigures zone={zone} />
            <HelpersPart zone={zone} />
            <HistoryPart zone={zone} />
            <SignPart zone={zone} />
            <ChangesPart zone={zone} />
          </div>
        </div>
      )}
    </Page>
  )
}

const Doors = ({ zone }: { readonly zone: ZoneWhole }) => {
  const text = useWords(zoneWords)
  const [open, setOpen] = useState(false)
  const current = zone.posts.filter(({ when }) => when === 'now')
  const shut = zone.doors.handOver !== null
  if (current.length === 0) return null
  return (
    <>
      <Button
        variant="filled"
        title={shut ? text.handOverShut : undefined}
        {...(shut ? { 'data-disabled': true, 'aria-disabled': true, 'aria-description': text.handOverShut } : {})}
        onClick={() => !shut && setOpen(true)}
      >
        {text.handOver}
      </Button>
      {open && <HandOverDialog zone={zone} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The sign's own drawing: it needs no WebGL, and prints. */
const ZoneMap = ({ zone }: { readonly zone: ZoneWhole }) => {
  const text = useWords(zoneWords)
  const { chiefLevels } = useWords(tradeWords)
  const [failed, setFailed] = useState(false)
  return (
    <figure className="zone-map">
      {failed ? (
        <p className="zone-map-none quiet">{text.mapFailed}</p>
      ) : (
        <img
          src={`/api/zones/${encodeURIComponent(zone.id)}/map.svg`}
          alt={`${text.map} ${zone.name} ${chiefLevels[zone.level]}`}
          width={720}
          height={480}
          onError={() => setFailed(true)}
        />
      )}
      <figcaption className="not-in-print">
        <Link href={`/map?card=${encodeURIComponent(`zone:${zone.id}`)}`}>{text.onMap}</Link>
      </figcaption>
    </figure>
  )
}
