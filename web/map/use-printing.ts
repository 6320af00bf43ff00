import { useEffect, useState } from 'react'

/** Prints the page once what was asked for lies on the sheet: the map is drawn, the list is that of the map. */
export const usePrinting = (ready: boolean, drawn: () => Promise<void>): (() => void) => {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    if (!wanted || !ready) return
    setWanted(false)
    void drawn().then(() => print())
  }, [wanted, ready, drawn])
  return () => setWanted(true)
}
