import { useEffect, useState } from 'react'
import { takeFirstCamera } from '../first-light/hand-over.ts'
import { followCamera, type StreamState } from './follow-camera.ts'

/** The camera while it is drawn: the one that stood before the app had come, else one of its own. */
export const useStream = (): StreamState => {
  const [state, setState] = useState<StreamState>({ state: 'opening' })
  useEffect(() => {
    const camera = takeFirstCamera() ?? followCamera()
    setState(camera.now())
    camera.onChange(setState)
    return camera.stop
  }, [])
  return state
}
