import { useEffect, useState } from 'react'
import { cameraHeading, steadied } from '../../server/domain/camera-heading.ts'

/** A compass trembles: this much of each new reading is believed. */
const believed = 0.25
/** Less is not worth drawing anew. */
const leastTurnDegrees = 2

const numberAt = (event: Event, field: string): number | null => {
  const value: unknown = Reflect.get(event, field)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

const screenDegrees = (): number => ('orientation' in screen ? screen.orientation.angle : 0)

/** iPhones tell the heading of the phone's upper edge themselves; others the three angles, counted from north. */
const headingFrom = (event: Event): number | null => {
  const told = numberAt(event, 'webkitCompassHeading')
  if (told !== null) return (told + screenDegrees() + 360) % 360
  const [alpha, beta, gamma] = ['alpha', 'beta', 'gamma'].map((field) => numberAt(event, field))
  const fromNorth = event.type === 'deviceorientationabsolute' || Reflect.get(event, 'absolute') === true
  if (!fromNorth || alpha == null || beta == null || gamma == null) return null
  return cameraHeading({ alpha, beta, gamma }, screenDegrees())
}

/** iPhones ask their owner, and only after a touch; null where nobody needs to be asked. */
const asker = (): (() => Promise<unknown>) | null => {
  if (!('DeviceOrientationEvent' in window)) return null
  const ask: unknown = Reflect.get(DeviceOrientationEvent, 'requestPermission')
  return typeof ask === 'function' ? async () => Reflect.apply(ask, DeviceOrientationEvent, []) : null
}

const listenTo = (): string =>
  'ondeviceorientationabsolute' in window ? 'deviceorientationabsolute' : 'deviceorientation'

/** Degrees clockwise from north in which the camera looks; null without a compass. `ask` is there where it needs a tap. */
export const useHeading = (): { degrees: number | null; ask: (() => void) | null } => {
  const [degrees, setDegrees] = useState<number | null>(null)
  const [allowed, setAllowed] = useState(() => asker() === null)
  useEffect(() => {
    if (!allowed) return undefined
    let steady: number | null = null
    let drawn: number | null = null
    const onTurn = (event: Event): void => {
      const now = headingFrom(event)
      if (now === null) return
      steady = steadied(steady, now, believed)
      const turned = drawn === null ? 360 : Math.abs(((steady - drawn + 540) % 360) - 180)
      if (turned < leastTurnDegrees) return
      drawn = steady
      setDegrees(steady)
    }
    const name = listenTo()
    window.addEventListener(name, onTurn)
    return () => window.removeEventListener(name, onTurn)
  }, [allowed])
  const ask = async (): Promise<void> => {
    // refused or not: the arrow by north stays
    const answer = await asker()?.().catch(() => 'denied')
    if (answer === 'granted') setAllowed(true)
  }
  return { degrees, ask: allowed ? null : () => void ask() }
}
