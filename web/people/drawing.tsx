import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'

/** Trees on the corner stand in the sight triangle: the commonest hazard of a rural junction. */
const trees: readonly (readonly [x: number, y: number, radius: number])[] = [
  [262, 322, 14],
  [232, 298, 10],
  [272, 292, 10],
  [430, 330, 11],
  [462, 350, 14],
  [100, 372, 12],
  [134, 392, 9],
  [76, 118, 11],
  [102, 98, 9],
]

/** A junction in plan, as an engineer draws it: the edge of the main road, the lane that joins, and what its driver sees. */
export const JunctionDrawing = () => {
  const text = useWords(peopleWords)
  return (
    <svg
      className="drawing"
      viewBox="0 0 600 560"
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={text.drawingOf}
    >
      <defs>
        <pattern id="ticks" width="28" height="28" patternUnits="userSpaceOnUse">
          <path d="M14 12v4M12 14h4" className="drawing-faint" />
        </pattern>
        <pattern id="sight" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v7" className="drawing-sight-line" />
        </pattern>
      </defs>
      <rect x="-100" y="-100" width="800" height="760" fill="url(#ticks)" />
      <g className="drawing-contours">
        <path d="M-100 70C60 10 150 80 240 58S420 8 700 60" />
        <path d="M-100 36C60-24 150 46 240 24S420-26 700 26" />
        <path d="M-100 104C80 46 160 116 250 92S430 44 480 62" />
        <path d="M-100 540C60 480 120 540 230 506" />
        <path d="M-100 500C50 440 110 504 210 470" />
        <path d="M-100 460C40 404 90 468 170 436" />
        <path d="M420 470C480 430 560 470 700 410" />
        <path d="M400 506C470 470 550 506 700 446" />
      </g>
      <path d="M337 400L337 224H40Z" fill="url(#sight)" className="drawing-sight" />
      <path d="M337 400L337 193H590Z" fill="url(#sight)" className="drawing-sight" />
      <g className="drawing-road">
        <path d="M-100 178H700" />
        <path d="M-100 240H262C284 240 292 252 292 272V700" />
        <path d="M700 240H388C364 240 352 252 352 272V700" />
      </g>
      <path className="drawing-centre" d="M-100 209H700M322 700V262" />
      <path className="drawing-stop" d="M325 258h24" />
      <path
        className="drawing-arrows"
        d="M120 224h34M154 224l-9-3.5v7ZM540 193h-34M506 193l9-3.5v7ZM337 470v-26M337 444l-3.5 9h7Z"
      />
      <g className="drawing-dims">
        <path d="M40 172V138M337 172V138M40 146H337M40 146l9-3.5v7ZM337 146l-9-3.5v7Z" />
        <path d="M360 400h40M360 240h40M392 400V240M392 400l-3.5-9h7ZM392 240l-3.5 9h7Z" />
      </g>
      <g className="drawing-trees">
        {trees.map(([x, y, r]) => (
          <g key={`${x}-${y}`}>
            <circle cx={x} cy={y} r={r} />
            <path d={`M${x - r} ${y}h${2 * r}M${x} ${y - r}v${2 * r}`} />
          </g>
        ))}
      </g>
      <g className="drawing-camera">
        <circle cx="337" cy="400" r="6" />
        <circle cx="337" cy="400" r="13" />
      </g>
      <g className="drawing-north" transform="translate(532 96)">
        <path d="M0-36L9 8 0 2-9 8Z" />
        <path d="M0-36V2L-9 8Z" className="solid" />
        <text y="26">N</text>
      </g>
    </svg>
  )
}
