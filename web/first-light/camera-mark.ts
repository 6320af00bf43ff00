/**
 * That the live camera stood on this device for somebody who is signed in still, so that the next opening may draw it
 * before it is known who is asking. It names nobody; it goes when they leave.
 */
export interface CameraMark {
  /** The app itself begins on it, not only its own address. */
  readonly home: boolean
  /** What stood around it, so that nothing moves when the app draws the same: the demonstration's band, what waits. */
  readonly banded: boolean
  readonly waits: boolean
}

const rememberedAs = 'luqing.camera.stood'

export const rememberCamera = (mark: CameraMark): void => {
  try {
    localStorage.setItem(rememberedAs, JSON.stringify(mark))
  } catch {
    // the next opening waits for the app, as the first one did
  }
}

export const forgetCamera = (): void => {
  try {
    localStorage.removeItem(rememberedAs)
  } catch {
    // nothing was remembered then
  }
}

export const rememberedCamera = (): CameraMark | null => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(rememberedAs) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return null
    const says = (field: keyof CameraMark): boolean => Reflect.get(kept, field) === true
    return { home: says('home'), banded: says('banded'), waits: says('waits') }
  } catch {
    return null
  }
}
