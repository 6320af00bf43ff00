import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { NoViewfinder } from '../first-light/no-viewfinder.tsx'
import { OfflineLine } from '../kept/offline-line.tsx'
import { Bell } from '../messages/bell.tsx'
import { OutboxBadge, useBadge } from '../outbox/outbox-badge.tsx'
import { useRefreshAfterSending } from '../outbox/refresh-after-sending.ts'
import { MyMenu } from '../people/my-menu.tsx'
import { NewVersionLine } from '../shell/new-version-line.tsx'
import { frameWords } from '../text/frame-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { ErrorState, LoadingPage } from '../ui/nothing-to-show.tsx'
import { TitleCorner } from '../ui/page.tsx'
import { CountyContext } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { usePhone } from '../ui/use-phone.ts'
import { addressOf, type Entry, entriesFor, entriesOnDesk } from './entries.ts'
import { InventedBand } from './invented-band.tsx'
import { Logo } from './logo.tsx'
import './frame.css'

const iconOf = {
  mine: 'mine',
  reports: 'register',
  capture: 'capture',
  register: 'register',
  map: 'map',
  county: 'county',
  notices: 'letter',
  junctions: 'junction',
  people: 'people',
  settings: 'settings',
  me: 'person',
} as const satisfies Record<Entry, string>

/** What stays while pages change: a bar for the thumb on the phone, a slim rail on the desk. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const text = useWords(frameWords)
  const language = useLanguage()
  const phone = usePhone()
  const me = useMe()
  const [here] = useLocation()
  const badge = useBadge()
  const [menuOpened, setMenuOpened] = useState(false)
  useRefreshAfterSending()
  const entries = phone ? entriesFor(me.person.role) : entriesOnDesk(me.person.role)
  const isHere = (entry: Entry): boolean => here === addressOf[entry] || here.startsWith(`${addressOf[entry]}/`)
  return (
    <div className={badge.length > 0 ? 'frame frame-with-badge' : 'frame'}>
      <a className="skip not-in-print" href="#content">
        {text.toContent}
      </a>
      <nav className="frame-nav not-in-print" aria-label={text.navigation}>
        {!phone && (
          <Link href="/" className="frame-county">
            <Logo sizePixels={36} />
            <span>{language === 'zh' ? me.county.name : me.county.nameEn}</span>
          </Link>
        )}
        {phone && badge.length > 0 && <OutboxBadge parts={badge} />}
        <ul className="frame-entries">
          {entries.map((entry) => (
            <li key={entry} className={entry === 'capture' ? 'frame-entry-big' : undefined}>
              <Link href={addressOf[entry]} className="frame-entry" aria-current={isHere(entry) ? 'page' : undefined}>
                <span className="frame-entry-icon">
                  <Icon name={iconOf[entry]} sizePixels={entry === 'capture' && phone ? 28 : 24} />
                </span>
                <span>{text.entries[entry]}</span>
              </Link>
            </li>
          ))}
        </ul>
        {!phone && badge.length > 0 && <OutboxBadge parts={badge} />}
        {!phone && <Bell withName />}
        {!phone && <MyMenu withName opened={menuOpened} onOpened={setMenuOpened} />}
      </nav>
      <div className="frame-page">
        {me.county.invented && <InventedBand />}
        <OfflineLine />
        <NewVersionLine />
        <main id="content" className="frame-content">
          <TitleCorner value={phone ? <PhoneCorner opened={menuOpened} onOpened={setMenuOpened} /> : null}>
            <WithCounty>{children}</WithCounty>
          </TitleCorner>
        </main>
      </div>
    </div>
  )
}

interface CornerProps {
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
}

const PhoneCorner = (menu: CornerProps) => (
  <div className="title-corner">
    <Bell withName={false} />
    <MyMenu withName={false} {...menu} />
  </div>
)

export const countyKey = ['county'] as const

/** Pages are drawn once the county's lists are here: no page has to do without the names of its codes. */
const WithCounty = ({ children }: { readonly children: ReactNode }) => {
  const county = useAsked(countyKey, () => told(api.county.$get()), { staleTimeMs: 10 * 60_000 })
  if (county.isPending) return <LoadingPage />
  if (county.data === undefined)
    return (
      <>
        <NoViewfinder />
        <ErrorState problem={county.error} retry={() => void county.refetch()} retrying={county.isFetching} />
      </>
    )
  return <CountyContext value={county.data}>{children}</CountyContext>
}
