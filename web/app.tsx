import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { FieldBookKeeper } from './field-book/field-book-keeper.tsx'
import { homeOf, mayOpen } from './frame/entries.ts'
import { Frame } from './frame/frame.tsx'
import { NotFoundPage } from './frame/not-found.tsx'
import { PageFault } from './frame/page-fault.tsx'
import { OutboxProvider } from './outbox/outbox-provider.tsx'
import { SignInGate } from './people/gate.tsx'
import { LoadingPage } from './ui/nothing-to-show.tsx'
import { useMe } from './ui/use-me.ts'
import { isPhone } from './ui/use-phone.ts'

/** Each page is fetched when it is first opened; the camera does not wait for the map. */
const pages: readonly (readonly [address: string, page: ComponentType])[] = [
  ['/mine', lazy(() => import('./mine/mine-page.tsx'))],
  ['/capture', lazy(() => import('./capture/capture.tsx'))],
  ['/card', lazy(() => import('./card/card-page.tsx'))],
  ['/hazards/:id', lazy(() => import('./hazards/hazard-page.tsx'))],
  ['/register', lazy(() => import('./register/register.tsx'))],
  ['/map', lazy(() => import('./map/map.tsx'))],
  ['/county', lazy(() => import('./statistics/county.tsx'))],
  ['/spot-checks', lazy(() => import('./clearance/spot-checks.tsx'))],
  ['/spot-checks/:id', lazy(() => import('./clearance/spot-draw.tsx'))],
  ['/people', lazy(() => import('./people/people.tsx'))],
  ['/duties', lazy(() => import('./duties/duties-page.tsx'))],
  ['/settings', lazy(() => import('./settings/settings-page.tsx'))],
  ['/notices', lazy(() => import('./notices/notices-page.tsx'))],
  ['/notices/new', lazy(() => import('./notices/new-notice.tsx'))],
  ['/notices/:id', lazy(() => import('./notices/notice-page.tsx'))],
  ['/notice-templates', lazy(() => import('./notices/templates-page.tsx'))],
  ['/messages', lazy(() => import('./messages/messages-page.tsx'))],
  ['/hooks', lazy(() => import('./hooks/hooks-page.tsx'))],
  ['/outbox', lazy(() => import('./outbox/outbox-page.tsx'))],
  ['/outbox/:id', lazy(() => import('./outbox/settle-page.tsx'))],
  ['/me', lazy(() => import('./people/me.tsx'))],
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
      </Suspense>
    </PageFault>
  )
}
