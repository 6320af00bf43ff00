import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { mostStops } from '../../server/domain/day-route.ts'
import { tableOfMoves } from '../../server/domain/table-of-moves.ts'
import { mostAmong } from '../../server/register/wire.ts'
import { addressWith } from '../register/filter.ts'
import { useWords } from '../text/language.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { MoveButton } from '../ui/move-button.tsx'
import { useMe } from '../ui/use-me.ts'
import { usePhone } from '../ui/use-phone.ts'
import { AssignDialog } from './assign-dialog.tsx'
import type { Listed } from './list-order.ts'
import type { Choosing } from './use-choosing.ts'

interface Props {
  readonly choosing: Choosing
  readonly inView: readonly Listed[]
  /** How many of more are here to be picked from; null where all are. */
  readonly onlyLatest: number | null
  readonly onRoute: (ids: readonly string[]) => void
  readonly onPrint: (ids: readonly string[]) => void
}

/** What has been picked out, how to pick more, and what can be done with all of it. */
export const ChooseBar = ({ choosing, inView, onlyLatest, onRoute, onPrint }: Props) => {
  const text = useWords(mapWorkWords)
  const phone = usePhone()
  const { chosen, pen } = choosing
  return (
    <section className="map-choose not-in-print" aria-label={text.chooseTitle}>
      <header className="map-work-head">
        <h2 className="figures" aria-live="polite">
          {text.chosen(chosen.length)}
        </h2>
        <Button size="xs" variant="subtle" onClick={choosing.end}>
          {text.endChoice}
        </Button>
      </header>
      <p className="map-work-how">{phone ? text.chooseHowByFinger : text.chooseHow}</p>
      {onlyLatest !== null && <p className="map-work-how">{text.notAllHere(onlyLatest)}</p>}
      <div className="map-work-tools">
        <Button size="xs" onClick={() => choosing.setDraws(pen !== 'draw')} aria-pressed={pen === 'draw'}>
          {pen === 'draw' ? text.stopDrawing : chosen.length > 0 ? text.drawAgain : text.drawRound}
        </Button>
        <Button size="xs" onClick={() => choosing.take(inView.map(({ id }) => id))} disabled={inView.length === 0}>
          {text.takeInView(inView.length)}
        </Button>
        {chosen.length > 0 && (
          <Button size="xs" onClick={() => choosing.keepOnly([])}>
            {text.clearChoice}
          </Button>
        )}
      </div>
      {chosen.length > 0 && <Acts choosing={choosing} onRoute={onRoute} onPrint={onPrint} />}
    </section>
  )
}

const openDoor = { ok: true, because: null, who: [] } as const
const shutDoor = { ok: false, because: null, who: [] } as const

/** Each act, or why it is shut. */
const Acts = ({ choosing, onRoute, onPrint }: Pick<Props, 'choosing' | 'onRoute' | 'onPrint'>) => {
  const text = useWords(mapWorkWords)
  const { role } = useMe().person
  const [, go] = useLocation()
  const [assigning, setAssigning] = useState<readonly Listed[] | null>(null)
  const { chosen } = choosing
  const ids = chosen.map(({ id }) => id)
  const upTo = (most: number, why: string) => (ids.length <= most ? { door: openDoor } : { door: shutDoor, until: why })
  const tooMany = text.tooManyToAct(mostAmong)
  const who = tableOfMoves['reassign-task'].by
  const mayAssign = who.includes(role)
    ? upTo(mostAmong, tooMany)
    : { door: { ok: false, because: 'another-role', who } as const }
  return (
    <>
      <div className="map-acts">
        <MoveButton
          label={text.planDay}
          {...upTo(mostStops, text.tooManyStops(mostStops))}
          onTake={() => onRoute(ids)}
          prominent
        />
        <MoveButton label={text.printThese} {...upTo(mostAmong, tooMany)} onTake={() => onPrint(ids)} />
        <MoveButton
          label={text.asList}
          {...upTo(mostAmong, tooMany)}
          onTake={() => go(addressWith('/register', { among: ids.join(',') }))}
        />
        <MoveButton label={text.assign} {...mayAssign} onTake={() => setAssigning(chosen)} />
      </div>
      {assigning !== null && (
        <AssignDialog hazards={assigning} onKeepOnly={choosing.keepOnly} onClose={() => setAssigning(null)} />
      )}
    </>
  )
}
