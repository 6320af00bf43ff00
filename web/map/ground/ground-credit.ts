import type { IControl } from 'maplibre-gl'
import { groundWords } from '../../text/ground-words.ts'
import { wordsNow } from '../../text/language.ts'
import { backdropShown, type GroundState, groundNow, onGroundChange } from './ground-state.ts'
import './ground.css'

/** Whose work lies beneath, as their licences ask; null where it is the county's own. */
export const creditOf = (
  state: GroundState,
  text: { readonly creditTianditu: string; readonly creditOpenStreetMap: string },
): string | null => {
  if (backdropShown(state) !== 'own') return text.creditTianditu
  return state.answer?.openStreetMap ? text.creditOpenStreetMap : null
}

/** The credit in the corner of a map that stands within a page. */
export const creditControl = (): IControl => {
  const line = document.createElement('small')
  line.className = 'maplibregl-ctrl ground-credit'
  const write = (): void => {
    const credit = creditOf(groundNow(), wordsNow(groundWords))
    line.hidden = credit === null
    line.textContent = credit
  }
  let stop = (): void => undefined
  return {
    onAdd: () => {
      write()
      stop = onGroundChange(write)
      return line
    },
    onRemove: () => {
      stop()
      line.remove()
    },
  }
}
