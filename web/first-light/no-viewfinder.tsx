import { useEffect } from 'react'
import { closeFirstViewfinder, dropFirstShots } from './hand-over.ts'

/** Drawn with whatever stands instead of the camera: what was drawn before the app had come is no longer in front of it. */
export const NoViewfinder = ({ nobody = false }: { readonly nobody?: boolean }) => {
  useEffect(() => {
    closeFirstViewfinder()
    // photos of somebody who is not signed in were never called saved
    if (nobody) dropFirstShots()
  }, [nobody])
  return null
}
