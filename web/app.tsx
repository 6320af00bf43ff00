import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { homeOf, mayOpen } from './frame/entries.ts'
import { Frame } from './frame/frame.tsx'
import { NotFoundPage } from './frame/not-found.tsx'
import { PageFault } from './frame/page-fault.tsx'
import { SignInGate } from './people/gate.tsx'
import { LoadingPage } from './ui/nothing-to-show.tsx'
import { useMe } from './ui/use-me.ts'
import { isPhone } from './ui/use-phone.ts'

/** Each page is fetched when it is first opened; the camera does not wait for the map. */
const pages: readonly (readonly [address: string, page: ComponentType])[] = [
  ['/mine', lazy(() => import('./mine/mine-page.tsx'))],
  ['/capture', lazy(() => import('./capture/capture.tsx'))],
  ['/hazards/:id', lazy(() => import('./hazards/hazard-page.tsx'))],
  ['/register', lazy(() => import('./register/register.tsx'))],
  ['/map', lazy(() => import('./map/map.tsx'))],
  ['/county', lazy(() => import('./statistics/county.tsx'))],
  ['/people', lazy(() => import('./people/people.tsx'))],
  ['/me', lazy(() => import('./people/me.tsx'))],
]

export const App = () => (
  <SignInGate>
    <Frame>
      <Pages />
    </Frame>
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
