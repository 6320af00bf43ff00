import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const web = join(import.meta.dirname, '..')
const css = readFileSync(join(web, 'ui', 'tokens.css'), 'utf8')

const tokensIn = (selector: string): Record<string, string> => {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))
}

const light = tokensIn('\n:root')
const dark = { ...light, ...tokensIn(':root[data-mantine-color-scheme="dark"]') }

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one = '#000000', other = '#000000'): number => {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

const schemes = [
  ['light', light],
  ['dark', dark],
] as const

const surfaces = ['paper', 'sheet', 'sunk']

test.each(schemes)('every ink is readable on every paper, %s (4.5 : 1)', (_name, tokens) => {
  expect(Object.keys(tokens).length).toBeGreaterThan(20)
  for (const ink of ['ink', 'ink-2', 'ink-3', 'accent'])
    for (const surface of surfaces)
      expect(contrast(tokens[ink], tokens[surface]), `${ink} on ${surface}`).toBeGreaterThan(4.5)
  for (const [ink, surface] of [
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
    ['ink', 'accent-soft'],
    ['accent', 'accent-soft'],
    ['on-toast', 'toast'],
    ['on-photo', 'over-photo'],
  ] as const)
    expect(contrast(tokens[ink], tokens[surface]), `${ink} on ${surface}`).toBeGreaterThan(4.5)
})

test.each(schemes)('edges of inputs and marks are seen, %s (3 : 1)', (_name, tokens) => {
  for (const surface of surfaces)
    expect(contrast(tokens['rule-strong'], tokens[surface]), `rule-strong on ${surface}`).toBeGreaterThan(3)
  for (const fill of ['warn-red', 'warn-orange', 'warn-yellow', 'warn-blue']) {
    // a mark is seen by its fill or by its line, whichever stands out more
    const seen = Math.max(contrast(tokens[fill], tokens['sheet']), contrast(tokens['mark-line'], tokens['sheet']))
    expect(seen, fill).toBeGreaterThan(3)
  }
})

test('the four warning colours are used for marks and the map, and nowhere else', () => {
  const users = readdirSync(web, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:css|tsx?)$/.test(name) && !name.endsWith('.test.ts'))
    .filter((name) => readFileSync(join(web, name), 'utf8').includes('--warn-'))
    .filter((name) => !name.startsWith('map'))
  expect(users.sort()).toEqual(['ui/severity-mark.css', 'ui/severity-shapes.ts', 'ui/tokens.css'])
})
