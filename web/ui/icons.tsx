import type { ReactNode } from 'react'

/** Drawn here, one line weight on a field of 24: no icon set to load. */
const drawn = {
  mine: <path d="M4 6.5l1.6 1.6L8.5 5M4 12.5l1.6 1.6 2.9-3.1M4 18.5l1.6 1.6 2.9-3.1M12 6.5h8M12 12.5h8M12 18.5h8" />,
  capture: (
    <>
      <path d="M3.5 7.5h4l1.6-2.5h5.8l1.6 2.5h4v12h-17Z" />
      <circle cx="12" cy="13" r="3.8" />
    </>
  ),
  register: <path d="M5 3.5h14v17H5ZM8.5 3.5v17M11.5 8h4.5M11.5 12h4.5M11.5 16h4.5" />,
  map: <path d="M3.5 6l5.7-2.2 5.6 2.4 5.7-2.4v14.4l-5.7 2.2-5.6-2.4-5.7 2.4ZM9.2 3.8v14.2M14.8 6.2v14.2" />,
  county: <path d="M3.5 20.5h17M6 20.5v-6h3v6M10.5 20.5V8h3v12.5M15 20.5v-9h3v9M6 10l5-5.5 4 3 4-4" />,
  people: (
    <>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20c.4-3.9 3-6 6.5-6s6.1 2.1 6.5 6M15.5 4.9a3.5 3.5 0 0 1 0 6.2M17.8 14.6c2.1.8 3.4 2.7 3.7 5.4" />
    </>
  ),
  settings: <path d="M3.5 7H13M19 7h1.5M16 4.5v5M13 7h3M3.5 17H5M11 17h9.5M8 14.5v5M5 17h3" />,
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c.5-4.4 3.4-6.8 7.5-6.8s7 2.4 7.5 6.8" />
    </>
  ),
  close: <path d="M5.5 5.5l13 13M18.5 5.5l-13 13" />,
  tick: <path d="M4.5 12.5l5 5.2 10-11.2" />,
  back: <path d="M14.5 4.5L7 12l7.5 7.5" />,
  next: <path d="M9.5 4.5L17 12l-7.5 7.5" />,
  down: <path d="M4.5 9L12 16.5 19.5 9" />,
  locked: <path d="M5 11h14v9.5H5ZM8 11V7.5a4 4 0 0 1 8 0V11M12 14.5v2.5" />,
  warning: <path d="M12 7v6.5M12 17v.4M12 2.6a9.4 9.4 0 1 1 0 18.8a9.4 9.4 0 1 1 0-18.8Z" />,
  clock: <path d="M12 6.5V12l3.8 2.6M12 2.6a9.4 9.4 0 1 1 0 18.8a9.4 9.4 0 1 1 0-18.8Z" />,
  'no-photo': <path d="M3.5 7.5h4l1.6-2.5h5.8l1.6 2.5h4v12h-17ZM3 21L21 3" />,
  speak: <path d="M3.5 4.5h17v12h-9l-4.5 4v-4H3.5ZM8 9h8M8 12.5h5" />,
  devices: <path d="M3.5 4.5h13v9h-13ZM7 17.5h5M9.8 13.5v4M15.5 10h5v10.5h-5Z" />,
  leave: <path d="M10 4.5H4.5v15H10M15.5 7.5L20 12l-4.5 4.5M9 12h11" />,
  light: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1" />
    </>
  ),
  plus: <path d="M12 4.5v15M4.5 12h15" />,
  key: (
    <>
      <circle cx="8" cy="8" r="4.5" />
      <path d="M11.3 11.3l9.2 9.2M16.5 16.5l-2.5 2.5M19 19l-1.8 1.8" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.3 15.3l5.7 5.7" />
    </>
  ),
  filter: <path d="M3.5 5h17l-6.7 8v6.5l-3.6 1.5V13Z" />,
  place: (
    <>
      <path d="M12 21.5c4.6-5 7-8.7 7-11.8a7 7 0 0 0-14 0c0 3.1 2.4 6.8 7 11.8Z" />
      <circle cx="12" cy="9.7" r="2.6" />
    </>
  ),
  phone: (
    <path d="M5 3.5h4l1.8 4.6-2.3 1.8a12 12 0 0 0 5.6 5.6l1.8-2.3 4.6 1.8v4c0 .8-.7 1.5-1.5 1.5A15.5 15.5 0 0 1 3.5 5c0-.8.7-1.5 1.5-1.5Z" />
  ),
  navigate: <path d="M20.5 3.5l-8 17-2.2-6.8L3.5 11.5Z" />,
  layers: <path d="M12 4l8.5 4.5L12 13 3.5 8.5ZM3.5 12.5L12 17l8.5-4.5M3.5 16.5L12 21l8.5-4.5" />,
  'side-by-side': <path d="M3.5 5h7.5v14H3.5ZM13 5h7.5v14H13Z" />,
  slider: <path d="M3.5 5h17v14h-17ZM12 3v18M9 9.5L6.5 12 9 14.5M15 9.5l2.5 2.5-2.5 2.5" />,
  junction: <path d="M9 3.5v5.5H3.5M15 3.5v5.5h5.5M9 20.5V15H3.5M15 20.5V15h5.5" />,
  letter: <path d="M5 3.5h10l4 4v13H5ZM15 3.5v4h4M8.5 11h7M8.5 14h7M8.5 17h4" />,
  copy: <path d="M8.5 8.5h12v12h-12ZM15.5 8.5v-5h-12v12h5" />,
  bell: <path d="M6 16.5V10.5a6 6 0 0 1 12 0v6l1.8 2.2H4.2ZM10 21h4" />,
  robot: <path d="M4.5 8.5h15v11h-15ZM12 8.5V4M10 4h4M9 13v2M15 13v2M2.5 12v4M21.5 12v4" />,
  outbox: <path d="M3.5 13.5h5l1.5 3h4l1.5-3h5v7h-17ZM12 11.5v-8M8.5 7L12 3.5 15.5 7" />,
  offline: (
    <path d="M3.5 9.5a12.5 12.5 0 0 1 17 0M6.5 13a8 8 0 0 1 11 0M9.5 16.4a3.8 3.8 0 0 1 5 0M12 19.6v.4M4 3.5l16 17" />
  ),
  lasso: (
    <path d="M8.2 15.6C5.3 14.6 3.5 12.6 3.5 10.2c0-3.7 3.8-6.2 8.5-6.2s8.5 2.5 8.5 6.2-3.8 6.2-8.5 6.2c-.9 0-1.7-.1-2.5-.3M9.5 16.1a2 2 0 1 1-2.3 1.9c0-1 1-1.7 2.3-1.9ZM9 20c.2 1-.2 1.700-1.500 2" />
  ),
  'open-out': <path d="M4 4h6M4 4v6M4 4l6.5 6.5M20 20h-6M20 20v-6M20 20l-6.5-6.5" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawn

/** Always beside a word or inside something that has a name of its own, so it is silent. */
export const Icon = ({ name, sizePixels = 20 }: { readonly name: IconName; readonly sizePixels?: number }) => (
  <svg
    width={sizePixels}
    height={sizePixels}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.7}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    style={{ flex: 'none' }}
  >
    {drawn[name]}
  </svg>
)
