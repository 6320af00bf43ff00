import type { FollowedCamera } from '../camera/follow-camera.ts'
import type { Shot } from '../camera/take-shot.ts'
import type { FieldPosition } from '../outbox/entry.ts'
import { forgetCamera } from './camera-mark.ts'

export interface FirstShot extends Shot {
  /** Of the moment of its shutter; null where none was known yet. */
  readonly position: FieldPosition | null
}

/** The viewfinder that is drawn before the app has come. */
export interface FirstViewfinder {
  readonly camera: FollowedCamera
  /** Takes no more, and resolves once the photo under way is there. */
  rest(): Promise<void>
  remove(): void
}

let standing: FirstViewfinder | null = null
let taken = false
let shots: readonly FirstShot[] = []

export const stands = (viewfinder: FirstViewfinder): void => {
  standing = viewfinder
}
export const keepFirstShot = (shot: FirstShot): void => {
  shots = [...shots, shot]
}

const remove = (): void => {
  standing?.remove()
  standing = null
}

/** For the app's own viewfinder, once: the camera that is open already. The first one stays in view until it stands. */
export const takeFirstCamera = (): FollowedCamera | null => {
  if (standing === null || taken) return null
  taken = true
  const { camera } = standing
  const stop = (): void => {
    camera.stop()
    remove()
  }
  return { ...camera, stop }
}

/** The app's own viewfinder can be used: the first one gives way and leaves its photos, in the order of their shutters. */
export const takeFirstShots = async (): Promise<readonly FirstShot[]> => {
  await standing?.rest()
  remove()
  const all = shots
  shots = []
  return all
}

/** Another page stands. What was shot waits for the camera's page, as long as nobody else comes to the door. */
export const closeFirstViewfinder = (): void => {
  if (standing === null || taken) return
  standing.camera.stop()
  remove()
  forgetCamera()
}

export const dropFirstShots = (): void => {
  shots = []
}
