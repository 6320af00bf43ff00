import { Button } from '@mantine/core'
import { useState } from 'react'
import { reasonWords } from '../../server/domain/reasons.ts'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import type { Helper } from '../../server/zones/wire.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { useTime } from '../text/use-time.ts'
import { zoneWords } from '../text/zone-words.ts'
import { Section } from '../ui/page.tsx'
import { CallLink } from './call-link.tsx'
import { HelperDialog } from './helper-dialog.tsx'
import { StrikeDialog } from './strike-dialog.tsx'

type Line = ZoneWhole['allHelpers'][number]
type Asked = { readonly what: 'add' } | { readonly what: 'change' | 'strike'; readonly helper: Line }

/** Leader in charge and helpers: of this zone with their terms, and of the areas around it. */
export const HelpersPart = ({ zone }: { readonly zone: ZoneWhole }) => {
  const text = useWords(zoneWords)
  const language = useLanguage()
  const [asked, setAsked] = useState<Asked | null>(null)
  const may = zone.doors.helpers === null
  const close = (): void => setAsked(null)
  const around = [...zone.leaders, ...zone.helpers].filter(({ own }) => !own)
  const own = [...zone.allHelpers].sort(
    (a, b) =>
      Number(b.when !== 'past') - Number(a.when !== 'past') ||
      Number(b.kind === 'leader-in-charge') - Number(a.kind === 'leader-in-charge'),
  )
  return (
    <Section
      title={`${text.leader} · ${text.helpers}`}
      actions={may && <Button onClick={() => setAsked({ what: 'add' })}>{text.addHelper}</Button>}
    >
      {zone.doors.helpers !== null && <p className="quiet">{reasonWords[zone.doors.helpers][language]}</p>}
      {own.length + around.length === 0 && <p className="quiet">{text.noHelpers}</p>}
      <ul className="zone-posts">
        {own.map((helper) => (
          <li key={helper.id} className="zone-post" data-when={helper.when}>
            <span className="zone-when">{text.when[helper.when]}</span>
            <HelperWords helper={helper} />
            {helper.when !== 'past' && <CallLink name={helper.name} phone={helper.phone} />}
            {may && (
              <span className="zone-doors not-in-print">
                <Button size="xs" variant="subtle" onClick={() => setAsked({ what: 'change', helper })}>
                  {text.changeHelper}
                </Button>
                <Button size="xs" variant="subtle" onClick={() => setAsked({ what: 'strike', helper })}>
                  {text.strike}
                </Button>
              </span>
            )}
          </li>
        ))}
        {around.map((helper) => (
          <li key={helper.id} className="zone-post" data-when="now">
            <span className="zone-when">{text.when.now}</span>
            <HelperWords helper={helper} />
            <CallLink name={helper.name} phone={helper.phone} />
          </li>
        ))}
      </ul>
      {asked?.what === 'add' && <HelperDialog zone={zone} helper={null} onClose={close} />}
      {asked?.what === 'change' && <HelperDialog zone={zone} helper={asked.helper} onClose={close} />}
      {asked?.what === 'strike' && (
        <StrikeDialog zone={zone} kind="helper" id={asked.helper.id} name={asked.helper.name} onClose={close} />
      )}
    </Section>
  )
}

const HelperWords = ({ helper }: { readonly helper: Helper }) => {
  const text = useWords(zoneWords)
  const { helperKinds, stationKinds } = useWords(tradeWords)
  const time = useTime()
  const { kind, name, title, station, stationKind, own, zoneName, heldFrom, heldUntil } = helper
  const where = [station !== '' ? station : stationKind !== null ? stationKinds[stationKind] : '', title]
  return (
    <span className="zone-post-words">
      <span>
        <strong>{name}</strong>{' '}
        <span className="quiet">
          {helperKinds[kind]}
          {!own && ` · ${zoneName}`}
        </span>
      </span>
      {where.some((part) => part !== '') && <span>{where.filter((part) => part !== '').join(' · ')}</span>}
      {own && (
        <span className="quiet figures">
          {heldUntil === null ? text.since(time.day(heldFrom)) : text.term(time.day(heldFrom), time.day(heldUntil))}
        </span>
      )}
    </span>
  )
}
