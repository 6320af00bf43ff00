import { formatChainage } from '../../server/domain/chainage.ts'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { shieldOf } from '../map/base-layers.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { zoneWords } from '../text/zone-words.ts'
import { Facts } from '../ui/page.tsx'
import { CallLink } from './call-link.tsx'

/** What the zone is, and who answers for it today from the highest level down. */
export const ZoneFacts = ({ zone }: { readonly zone: ZoneWhole }) => {
  const text = useWords(zoneWords)
  const { chiefLevels, zoneShapes } = useWords(tradeWords)
  const { routeCode, routeName, fromMetres, toMetres, lengthMetres } = zone
  const own = zone.chiefs.filter((chief) => chief.own)
  const above = zone.chiefs.filter((chief) => !chief.own)
  return (
    <>
      <Facts
        facts={[
          { label: text.area, value: `${chiefLevels[zone.level]} · ${zoneShapes[zone.shape]}` },
          ...(routeCode === null
            ? []
            : [{ label: text.route, value: [shieldOf(routeCode), routeName ?? ''].join(' ').trim() }]),
          ...(fromMetres === null || toMetres === null
            ? []
            : [
                {
                  label: text.stretch,
                  value: <span className="figures">{`${formatChainage(fromMetres)}—${formatChainage(toMetres)}`}</span>,
                },
              ]),
          ...(lengthMetres === null ? [] : [{ label: text.length, value: text.metres(lengthMetres) }]),
        ]}
      />
      <section className="zone-people">
        <h2>{text.chiefs}</h2>
        {own.length === 0 && <p className="zone-nobody">{text.nobody}</p>}
        <ul>
          {[...own, ...above].map(({ level, zoneId, zoneName, name, unit, phone, own: isOwn }) => (
            <li key={`${level} ${zoneId} ${name}`} className="zone-person">
              <span className="zone-person-words">
                <span className="quiet">
                  {chiefLevels[level]}
                  {!isOwn && ` · ${zoneName}`}
                </span>
                <strong>{name}</strong>
                {unit !== null && <span className="quiet">{unit}</span>}
              </span>
              <CallLink name={name} phone={phone} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
