import { useOnline } from '../../frame/use-online.ts'
import { groundWords } from '../../text/ground-words.ts'
import { useWords } from '../../text/language.ts'
import { creditOf } from './ground-credit.ts'
import { backdropShown, backdrops, chooseBackdrop, useGroundState } from './ground-state.ts'
import './ground.css'

/** The county's own sheet or Tianditu's: to be seen only where the server hands Tianditu on. */
export const GroundSwitch = () => {
  const text = useWords(groundWords)
  const state = useGroundState()
  const online = useOnline()
  if (!state.answer?.tianditu) return null
  const shown = backdropShown(state)
  return (
    <fieldset className="ground-switch not-in-print" aria-label={text.ground}>
      {backdrops.map((backdrop) => {
        const shut = backdrop !== 'own' && !online
        return (
          <label
            key={backdrop}
            className="ground-choice"
            data-chosen={shown === backdrop}
            data-shut={shut}
            title={shut ? text.needsConnection : undefined}
          >
            <input
              type="radio"
              name="ground"
              checked={shown === backdrop}
              disabled={shut}
              onChange={() => chooseBackdrop(backdrop)}
            />
            {text.backdrops[backdrop]}
          </label>
        )
      })}
    </fieldset>
  )
}

/** Whose work lies beneath, as their licences ask. */
export const GroundCredit = () => {
  const text = useWords(groundWords)
  const state = useGroundState()
  const credit = creditOf(state, text)
  return credit === null ? null : <small className="ground-credit">{credit}</small>
}
