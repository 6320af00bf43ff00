import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { doubtfulMetres } from '../photos/device-position.ts'
import { useUnreadFilter } from '../register/unread-filter.tsx'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { registerWords } from '../text/register-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { sentenceOf } from '../ui/sentence-of.ts'
import type { BaseLayers } from './use-base-layers.ts'
import type { Standing } from './use-standing.ts'

interface Props {
  readonly base: BaseLayers
  readonly hazardsLoading: boolean
  /** Why the hazards did not come, where no list in sight says so; null when they did. */
  readonly hazardsProblem: unknown
  readonly onRetryHazards: () => void
  /** Nothing to draw, and no list in sight that says so. */
  readonly noneFound: boolean
  /** Null where no filter is in force. */
  readonly onClearFilters: (() => void) | null
  readonly standing: Standing
}

/** What the sheet itself cannot show: that it is still coming, that a part is missing, how sure the device is. */
export const MapNotes = (props: Props) => {
  const { base, hazardsLoading, hazardsProblem, noneFound, onClearFilters, standing } = props
  const text = useWords(mapWords)
  const ui = useWords(uiWords)
  const register = useWords(registerWords)
  const { unread, dismiss } = useUnreadFilter()
  const metres = standing.fix === null ? null : Math.round(standing.fix.accuracyMetres)
  return (
    <div className="map-notes not-in-print" role="status">
      {base.loading && <Note late>{text.baseLoading}</Note>}
      {hazardsLoading && <Note late>{text.hazardsLoading}</Note>}
      {base.failed && <Note action={<Button onClick={base.retry}>{ui.retry}</Button>}>{text.baseFailed}</Note>}
      {hazardsProblem !== null && (
        <Note action={<Button onClick={props.onRetryHazards}>{ui.retry}</Button>}>{sentenceOf(hazardsProblem)}</Note>
      )}
      {unread.length > 0 && (
        <Note action={<Button onClick={dismiss}>{register.unreadSeen}</Button>}>{register.unread(unread)}</Note>
      )}
      {noneFound && onClearFilters === null && <Note>{text.emptyTitle}</Note>}
      {noneFound && onClearFilters !== null && (
        <Note action={<Button onClick={onClearFilters}>{text.clearFilters}</Button>}>{text.noneTitle}</Note>
      )}
      {base.empty && <Note>{text.noBase}</Note>}
      {standing.state === 'searching' && <Note>{text.locating}</Note>}
      {standing.why !== null && <Note>{text.noFix[standing.why]}</Note>}
      {standing.state === 'found' && metres !== null && (
        <Note>{metres > doubtfulMetres ? text.doubtful(metres) : text.standing(metres)}</Note>
      )}
    </div>
  )
}

interface NoteProps {
  /** Appears only after a moment, so that a quick answer does not flicker. */
  readonly late?: boolean
  readonly action?: ReactNode
  readonly children: ReactNode
}

const Note = ({ late = false, action, children }: NoteProps) => (
  <div className="map-note" data-late={late}>
    <span>{children}</span>
    {action}
  </div>
)
