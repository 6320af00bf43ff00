import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { mapWorkWords } from '../text/map-work-words.ts'
import { Icon } from '../ui/icons.tsx'

interface Props {
  readonly locating: boolean
  readonly onNearMe: () => void
  readonly onZoom: (steps: number) => void
  readonly choosing: boolean
  readonly onChoosing: () => void
}

/** Within reach of one thumb, at the edge of the sheet. */
export const MapControls = ({ locating, onNearMe, onZoom, choosing, onChoosing }: Props) => {
  const text = useWords(mapWords)
  const work = useWords(mapWorkWords)
  return (
    <div className="map-controls not-in-print">
      <button
        type="button"
        className="map-control"
        onClick={onChoosing}
        aria-pressed={choosing}
        aria-label={work.chooseTitle}
        title={work.chooseTitle}
      >
        <Icon name="lasso" />
      </button>
      <button
        type="button"
        className="map-control"
        onClick={onNearMe}
        aria-label={locating ? text.locating : text.nearMe}
        title={text.nearMe}
        aria-busy={locating}
      >
        <Icon name="navigate" />
      </button>
      <span className="map-control-pair">
        <button type="button" className="map-control" onClick={() => onZoom(1)} aria-label={text.zoomIn}>
          <Icon name="plus" />
        </button>
        <button type="button" className="map-control" onClick={() => onZoom(-1)} aria-label={text.zoomOut}>
          <span className="map-minus" aria-hidden="true" />
        </button>
      </span>
    </div>
  )
}
