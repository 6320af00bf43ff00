import { useEffect, useEffectEvent, useState } from 'react'
import { rememberCamera } from '../first-light/camera-mark.ts'
import { type FirstShot, takeFirstShots } from '../first-light/hand-over.ts'
import { addressOf, homeOf } from '../frame/entries.ts'
import { somethingWaits } from '../outbox/badge-state.ts'
import { useOutboxCounts } from '../outbox/use-outbox.ts'
import { isPhone } from '../ui/phone.ts'
import { useMe } from '../ui/use-me.ts'

/** What was shot before the app had come goes the way of every other photo, and the next opening begins with it again. */
export const useFirstLight = (stands: boolean, onShot: (shot: FirstShot) => void): void => {
  const { person, county } = useMe()
  const waits = somethingWaits(useOutboxCounts())
  const home = homeOf(person.role, isPhone()) === addressOf.capture
  const banded = county.invented
  useEffect(() => {
    if (stands) rememberCamera({ home, banded, waits })
  }, [stands, home, banded, waits])

  const [early, setEarly] = useState<readonly FirstShot[]>([])
  useEffect(() => {
    if (stands) void takeFirstShots().then(setEarly)
  }, [stands])
  const add = useEffectEvent(onShot)
  // one by one: what the next one shows depends on those before it
  useEffect(() => {
    const [first, ...rest] = early
    if (first === undefined) return
    setEarly(rest)
    add(first)
  }, [early])
}
