import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { theme } from './theme.ts'
import { useShown } from './use-appearance.ts'

/**
 * What Mantine's components stand on. Its own style elements are left out: every rule is in a file, so that the page
 * runs under a strict CSP.
 */
export const Blocks = ({ children }: { readonly children: ReactNode }) => (
  <MantineProvider theme={theme} forceColorScheme={useShown()} withCssVariables={false} withGlobalClasses={false}>
    {children}
  </MantineProvider>
)
