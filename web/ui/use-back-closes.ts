import { useEffect, useEffectEvent } from 'react'

const step = 'luqing.over-the-page'

/** For what lies over a page without an address of its own: the phone's back key closes it and nothing beneath. */
export const useBackCloses = (onClose: () => void): void => {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const back = (): void => close()
    let stepped = false
    // a moment later, so that what is only drawn twice in development leaves no step
    const soon = setTimeout(() => {
      stepped = true
      history.pushState(step, '')
      window.addEventListener('popstate', back)
    })
    return () => {
      clearTimeout(soon)
      window.removeEventListener('popstate', back)
      if (stepped && history.state === step) history.back()
    }
  }, [])
}
