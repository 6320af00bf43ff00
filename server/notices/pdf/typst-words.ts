/** Text as a Typst string literal: whatever it holds, it is never read as markup or code. */
export const literal = (words: string): string =>
  `"${words.replace(/["\\]/g, '\\$&').replace(/[\n\r\t]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`)}"`

export const points = (value: number): string => `${Math.round(value * 100) / 100}pt`

const pointsPerTwip = 1 / 20
const pointsPerEmu = 1 / 12_700

export const fromTwips = (twips: number): number => twips * pointsPerTwip
export const fromEmu = (emu: number): number => emu * pointsPerEmu

/** A colour of six hex digits, or null for `auto` and whatever else is no colour. */
export const colourOf = (value: string | null): string | null =>
  value !== null && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : null

export const rgb = (colour: string): string => `rgb("${colour}")`

/** Statements of a code block, joined by Typst into one content. */
export const block = (statements: readonly string[]): string => `{\n${statements.join('\n')}\n}`
