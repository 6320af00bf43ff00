export const appearances = ['auto', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

// named by the library that kept it at first: nobody's choice is to be lost
const rememberedAs = 'mantine-color-scheme-value'
const attribute = 'data-mantine-color-scheme'
const listeners = new Set<() => void>()

const remembered = (): Appearance => {
  try {
    const kept = localStorage.getItem(rememberedAs)
    return appearances.find((each) => each === kept) ?? 'auto'
  } catch {
    return 'auto' // storage may be shut off; the choice then lasts as long as the page
  }
}

let current: Appearance = 'auto'

const darkRoom = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

/** What is drawn: the choice, or what the device has where there is none. */
export const shownNow = (): 'light' | 'dark' => {
  if (current !== 'auto') return current
  return darkRoom().matches ? 'dark' : 'light'
}

const draw = (): void => {
  document.documentElement.setAttribute(attribute, shownNow())
  for (const tell of listeners) tell()
}

/** Before anything is drawn: light or dark as was chosen on this device, and whatever changes it later. */
export const keepAppearance = (): void => {
  current = remembered()
  draw()
  darkRoom().addEventListener('change', draw)
  window.addEventListener('storage', ({ key }) => {
    if (key !== rememberedAs) return
    current = remembered()
    draw()
  })
}

export const switchAppearance = (to: Appearance): void => {
  current = to
  try {
    localStorage.setItem(rememberedAs, to)
  } catch {
    // not remembered, but switched
  }
  draw()
}

export const appearanceNow = (): Appearance => current

export const onAppearance = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
