import { createTheme, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core'

/** Colours live in tokens.css; Mantine asks for a tuple, so all ten shades are the one accent. */
const accent = 'var(--accent)'
const sign: MantineColorsTuple = [accent, accent, accent, accent, accent, accent, accent, accent, accent, accent]

/** Two inks only: the accent for what goes forward, black ink (`color="ink"`) for what takes something away. */
const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const ink = color === 'ink'
  const tone = ink ? 'var(--ink)' : accent
  switch (variant) {
    case 'filled':
      return ink
        ? { background: tone, hover: 'var(--ink-2)', color: 'var(--sheet)', border: '1px solid transparent' }
        : { background: tone, hover: 'var(--accent-hover)', color: 'var(--on-accent)', border: '1px solid transparent' }
    case 'light':
      return { background: 'var(--accent-soft)', hover: 'var(--accent-soft)', color: tone, border: `1px solid ${tone}` }
    case 'subtle':
    case 'transparent':
      return { background: 'transparent', hover: 'var(--sunk)', color: tone, border: '1px solid transparent' }
    default:
      return {
        background: 'var(--sheet)',
        hover: 'var(--sunk)',
        color: ink ? tone : 'var(--ink)',
        border: '1px solid var(--rule-strong)',
      }
  }
}

const instantly = { transitionProps: { duration: 0 } }

export const theme = createTheme({
  primaryColor: 'sign',
  colors: { sign },
  variantColorResolver,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--sans)',
  // as plain objects: `Button.extend` and the like would bring all of them into the first file a phone fetches
  components: {
    Button: { defaultProps: { variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'ink' } },
    // the scroll lock of Modal and the like puts style elements into the page, which the strict CSP forbids
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 120 }, radius: 'sm' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, radius: 'sm' } },
    // without Mantine's own scroll area the list scrolls itself, and is what the keyboard is in
    Select: { defaultProps: { withScrollArea: false, comboboxProps: instantly } },
    MultiSelect: { defaultProps: { withScrollArea: false, comboboxProps: instantly } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } },
  },
})
