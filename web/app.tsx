import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { FieldBookKeeper } from './field-book/field-book-keeper.tsx'
import { NoViewfinder } from './first-light/no-viewfinder.tsx'
import { homeOf, mayOpen } from './frame/entries.ts'
import { Frame } from './frame/frame.tsx'
import { NotFoundPage } from './frame/not-found.tsx'
import { PageFault } from './frame/page-fault.tsx'
import { OutboxProvider } from './outbox/outbox-provider.tsx'
import { SignInGate } from './people/gate.tsx'
import { firstPageStands } from './shell/first-page.ts'
import { LoadingPage } from './ui/nothing-to-show.tsx'
import { onBlocks } from './ui/on-blocks.tsx'
import { isPhone } from './ui/phone.ts'
import { useMe } from './ui/use-me.ts'

const fetchCapture = () => import('./capture/capture.tsx')

/** Beside the question who is asking, and not after it: whoever opens the camera has it sooner. */
export const fetchAhead = (): void => {
  const { pathname } = window.location
  if (pathname === '/capture' || (pathname === '/' && isPhone())) void fetchCapture().catch(() => undefined)
}

/** Each page is fetched when it is first opened; the camera waits neither for the map nor for Mantine. */
const pages: readonly (readonly [address: string, page: ComponentType])[] = [
  ['/mine', onBlocks(() => import('./mine/mine-page.tsx'))],
  ['/capture', lazy(fetchCapture)],
  ['/card', onBlocks(() => import('./card/card-page.tsx'))],
  ['/hazards/:id', onBlocks(() => import('./hazards/hazard-page.tsx'))],
  ['/register', onBlocks(() => import('./register/register.tsx'))],
  ['/map', onBlocks(() => import('./map/map.tsx'))],
  ['/county', onBlocks(() => import('./statistics/county.tsx'))],
  ['/junctions', onBlocks(() => import('./junctions/junctions-page.tsx'))],
  ['/junctions/:id', onBlocks(() => import('./junctions/junction-page.tsx'))],
  ['/place', onBlocks(() => import('./places/place-years.tsx'))],
  ['/zones', onBlocks(() => import('./zones/zones-page.tsx'))],
  ['/zones/:id', onBlocks(() => import('./zones/zone-page.tsx'))],
  ['/spot-checks', onBlocks(() => import('./clearance/spot-checks.tsx'))],
  ['/spot-checks/:id', onBlocks(() => import('./clearance/spot-draw.tsx'))],
  ['/people', onBlocks(() => import('./people/people.tsx'))],
  ['/duties', onBlocks(() => import('./duties/duties-page.tsx'))],
  ['/settings', onBlocks(() => import('./settings/settings-page.tsx'))],
  ['/imports', onBlocks(() => import('./imports/imports-page.tsx'))],
  ['/imports/:id', onBlocks(() => import('./imports/past-import.tsx'))],
  ['/notices', onBlocks(() => import('./notices/notices-page.tsx'))],
  ['/notices/new', onBlocks(() => import('./notices/new-notice.tsx'))],
  ['/notices/:id', onBlocks(() => import('./notices/notice-page.tsx'))],
  ['/notice-templates', onBlocks(() => import('./notices/templates-page.tsx'))],
  ['/messages', onBlocks(() => import('./messages/messages-page.tsx'))],
  ['/hooks', onBlocks(() => import('./hooks/hooks-page.tsx'))],
  ['/outbox', onBlocks(() => import('./outbox/outbox-page.tsx'))],
  ['/outbox/:id', onBlocks(() => import('./outbox/settle-page.tsx'))],
  ['/me', onBlocks(() => import('./people/me.tsx'))],
]

export const App = () => (
  <SignInGate>
    <OutboxProvider>
      <FieldBookKeeper />
      <Frame>
        <Pages />
      </Frame>
    </OutboxProvider>
  </SignInGate>
)

const Pages = () => {
  const { role } = useMe().person
  const [here] = useLocation()
  useEffect(() => {
    if (here !== '') window.scrollTo(0, 0)
  }, [here])
  return (
    <PageFault key={here}>
      <Suspense fallback={<LoadingPage />}>
        <Switch>
          <Route path="/">
            <Redirect to={homeOf(role, isPhone())} replace />
          </Route>
          {pages.map(([address, Page]) => (
            <Route key={address} path={address}>
              {mayOpen(role, address) ? <Page /> : <NotFoundPage />}
            </Route>
          ))}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
        <Stands />
        {here !== '/' && <NoViewfinder />}
      </Suspense>
    </PageFault>
  )
}

/** Drawn with the page it stands beside, and not before. */
const Stands = () => {
  useEffect(firstPageStands, [])
  return null
}
