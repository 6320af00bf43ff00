import { followCamera } from '../camera/follow-camera.ts'
import { isShutterKey } from '../camera/shutter-key.ts'
import { takeShot } from '../camera/take-shot.ts'
import { followPosition } from '../capture/follow-position.ts'
import { mostPhotos } from '../capture/most-photos.ts'
import { atShutter } from '../capture/position-choice.ts'
import { isOnline } from '../online.ts'
import type { FieldPosition } from '../outbox/entry.ts'
import { wordsNow } from '../text/language-now.ts'
import { shotWords, viewfinderWords } from '../text/viewfinder-words.ts'
import type { CameraMark } from './camera-mark.ts'
import { keepFirstShot, stands } from './hand-over.ts'
import '../camera/live-camera.css'
import '../capture/capture.css'
import './viewfinder.css'

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name)
  made.className = className
  made.append(...inside)
  return made
}

/** The room of what only the app can draw, so that nothing moves when it does. */
const zoomToCome = (): HTMLElement => element('div', 'camera-zoom first-to-come', element('span', 'camera-slider'))
const guideToCome = (): HTMLElement => {
  const { kinds, skip } = wordsNow(shotWords)
  const named = [...Object.values(kinds), skip].map((name) => element('button', '', name))
  named[named.length - 1]?.classList.add('guide-skip')
  return element('div', 'guide first-to-come', ...named)
}

/**
 * Draws the camera's page as web/capture/stage.tsx and web/camera/live-camera.tsx will, without waiting for either.
 * Resolves once its shutter can be pressed, or it is known that there will be none.
 */
export const drawViewfinder = (mark: CameraMark): Promise<void> => {
  const text = wordsNow(viewfinderWords)
  const report = wordsNow(shotWords)
  const video = element('video', '')
  Object.assign(video, { playsInline: true, muted: true, autoplay: true })
  const opening = element('p', 'camera-state', text.opening)
  const picture = element('div', 'camera-picture', element('div', 'camera-magnified', video))
  const notes = element('div', 'camera-notes')
  notes.setAttribute('aria-live', 'polite')
  const last = element('div', 'camera-beside')
  const shutter = element('button', 'camera-shutter', element('span', ''))
  shutter.type = 'button'
  const row = element('div', 'camera-row', last, shutter, element('div', 'camera-beside'))
  const camera = element(
    'section',
    'camera',
    element('div', 'camera-sheet', picture, opening),
    element('div', 'camera-controls', notes, zoomToCome(), guideToCome(), row),
  )
  camera.setAttribute('aria-label', text.viewfinder)
  camera.tabIndex = -1
  const top = element('header', 'stage-top', element('h1', 'for-ears', report.title))
  const stage = element(
    'main',
    mark.waits || !isOnline() ? 'stage frame-with-badge' : 'stage',
    top,
    element('div', 'stage-camera', camera),
  )
  stage.dataset['banded'] = String(mark.banded)

  let count = 0
  let [busy, resting] = [false, false]
  let underWay: Promise<void> = Promise.resolve()
  let fix: FieldPosition | null = null
  const device = followCamera()
  const stopPosition = followPosition(
    (found) => {
      fix = found
    },
    () => undefined,
  )

  const ready = (): boolean => video.videoWidth > 0 && device.now().state === 'live'
  const show = (): void => {
    const full = count >= mostPhotos
    opening.hidden = device.now().state !== 'opening'
    shutter.setAttribute('aria-label', full ? text.full : busy ? text.shooting : text.shoot)
    shutter.setAttribute('aria-disabled', String(!ready() || busy || full))
    shutter.dataset['busy'] = String(busy)
  }
  const showLast = (bytes: Blob): void => {
    const image = element('img', '')
    image.alt = ''
    image.src = URL.createObjectURL(bytes)
    image.onload = () => URL.revokeObjectURL(image.src)
    const said = element('p', 'stage-last', image, element('span', 'figures', report.shotCount(count)))
    said.setAttribute('role', 'status')
    last.replaceChildren(said)
  }
  const take = async (): Promise<void> => {
    busy = true
    notes.replaceChildren()
    picture.querySelector('.camera-flash')?.remove()
    picture.append(element('span', 'camera-flash'))
    if ('vibrate' in navigator) navigator.vibrate(30)
    show()
    try {
      const shot = await takeShot(video, 0)
      keepFirstShot({ ...shot, position: atShutter(fix, shot.takenAtMs) })
      count++
      showLast(shot.bytes)
    } catch {
      notes.replaceChildren(element('p', 'camera-note', text.shotFailed))
    }
    busy = false
    show()
  }
  const shoot = (): void => {
    if (ready() && !busy && !resting && count < mostPhotos) underWay = take()
  }

  shutter.onclick = shoot
  camera.onkeydown = (event) => {
    if (!isShutterKey(event)) return
    event.preventDefault()
    shoot()
  }
  const root = document.documentElement
  stands({
    camera: device,
    rest: () => {
      resting = true
      return underWay
    },
    remove: () => {
      const hadFocus = stage.contains(document.activeElement)
      stopPosition()
      stage.remove()
      video.srcObject = null
      root.classList.remove('first-light')
      if (hadFocus) document.querySelector<HTMLElement>('.camera-shutter')?.focus({ preventScroll: true })
    },
  })
  root.classList.add('first-light')
  document.body.append(stage)

  return new Promise((resolve) => {
    const heard = (): void => {
      const now = device.now()
      const stream = now.state === 'live' ? now.stream : null
      if (video.srcObject !== stream) video.srcObject = stream
      if (stream !== null) void video.play().catch(() => undefined)
      if (now.state === 'none') resolve()
      show()
    }
    video.onloadedmetadata = () => {
      show()
      resolve()
    }
    video.onresize = show
    device.onChange(heard)
    heard()
  })
}
