// before all else: what a component draws comes after, and wins over, the ground it is drawn on
import './ui/mantine-ground.css'
import './ui/mantine-on-paper.css'
import './ui/tokens.css'
import './ui/page-base.css'
import './ui/opening.css'
import './frame/logo.css'

import { cameraSupport } from './camera/open-camera.ts'
import { type CameraMark, rememberedCamera } from './first-light/camera-mark.ts'
import { closeFirstViewfinder } from './first-light/hand-over.ts'
import { drawViewfinder } from './first-light/viewfinder.ts'
import { afterPaint } from './shell/after-paint.ts'
import { languageNow, languageTag } from './text/language-now.ts'
import { keepAppearance } from './ui/appearance.ts'
import { isHandheld, isPhone } from './ui/phone.ts'

/** A camera that is slow, or whose owner is still being asked, holds up nothing else. */
const patienceMs = 1_500

document.documentElement.lang = languageTag(languageNow())
keepAppearance()

/** Only where the app itself would show it next: what is drawn here needs neither it nor the server. */
const cameraToDraw = (): CameraMark | null => {
  const mark = rememberedCamera()
  const { pathname } = window.location
  const isFirst = pathname === '/capture' || (pathname === '/' && mark?.home === true && isPhone())
  return isFirst && isHandheld() && cameraSupport() === 'live' ? mark : null
}

const begin = async (): Promise<void> => {
  const mark = cameraToDraw()
  if (mark !== null) {
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
    await Promise.race([drawViewfinder(mark), patience])
    await new Promise<void>((resolve) => void afterPaint(resolve))
  }
  await import('./main.tsx').catch((fault: unknown) => {
    closeFirstViewfinder()
    throw fault
  })
}

void begin()
