// before all else: what a component draws comes after, and wins over, the ground it is drawn on
import './ui/mantine-parts.css'
import './ui/mantine-on-paper.css'
import './ui/tokens.css'
import './ui/page-base.css'

import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { makeQueryClient } from './asking.ts'
import { registerWorker } from './shell/register-worker.ts'
import { languageNow, languageTag } from './text/language.ts'
import { theme } from './ui/theme.ts'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no place for the app')

document.documentElement.lang = languageTag(languageNow())

// Mantine's own style elements are left out: every rule is in a file, so that the page runs under a strict CSP
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={makeQueryClient()}>
        <App />
        <Notifications position="top-center" limit={3} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)

registerWorker()
