/** What the reader may take off the sheet, and the layers each takes with it. */
export const switches = {
  zones: ['township-line', 'township-area', 'county-band'],
  villages: ['village-line', 'village-area', 'village-seat', 'village-name'],
  segments: ['segment', 'segment-end'],
  roads: [
    'road-village',
    'road-dedicated',
    'road-township',
    'road-county',
    'road-provincial-edge',
    'road-provincial',
    'road-national-edge',
    'road-national',
    'road-name',
    'shield-village-dedicated',
    'shield-township',
    'shield-provincial-county',
    'shield-national',
  ],
  schools: ['school'],
  junctions: ['junction'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Switch = keyof typeof switches
export const switchNames = Object.keys(switches) as readonly Switch[]

/** Every layer that a switch governs, with whether it is on. */
export const shownLayers = (off: readonly Switch[]): readonly (readonly [layer: string, shown: boolean])[] =>
  switchNames.flatMap((name) => switches[name].map((layer) => [layer, !off.includes(name)] as const))
