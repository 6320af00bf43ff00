import './logo.css'

/** A road sign in the accent: a road that runs clear to the horizon. */
export const Logo = ({ sizePixels = 40 }: { readonly sizePixels?: number }) => (
  <svg className="logo" width={sizePixels} height={sizePixels} viewBox="0 0 40 40" aria-hidden="true">
    <rect className="logo-sign" x="1" y="1" width="38" height="38" rx="5" />
    <path
      className="logo-rim"
      d="M7 4.5h26a2.5 2.5 0 0 1 2.5 2.5v26a2.5 2.5 0 0 1-2.5 2.5H7A2.5 2.5 0 0 1 4.5 33V7A2.5 2.5 0 0 1 7 4.5Z"
    />
    <path className="logo-road" d="M9.5 31L17.2 10M30.5 31L22.8 10" />
    <path className="logo-centre" d="M20 31v-5.5M20 21.5v-4.2M20 14v-2.6" />
  </svg>
)
