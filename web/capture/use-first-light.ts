import { useEffect, useEffectEvent, useState } from 'react'
import { rememberCamera } from '../first-light/camera-mark.ts'
import { type FirstShot, takeFirstShots } from '../first-light/hand-over.ts'
import { addressOf, homeOf } from '../frame/entries.ts'
import { useBadge } from '../outbox/outbox-badge.tsx'
import { isPhone } from '../ui/phone.ts'
import { useMe } from '../ui/use-me.ts'

/** What was shot before the app had come goes the way of every other photo, and the next opening begins with it again. */
export const useFirstLight = (stands: boolean, onShot: (shot: FirstShot) => void): void => {
  const { person, county } = useMe()
  const badged = useBadge().length > 0
  const home = homeOf(person.role, isPhone()) === addressOf.capture
  const banded = county.invented
  useEffect(() => {
    if (stands) rememberCamera({ home, banded, badged })
  }, [stands, home, banded, badged])

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
