// before all else: what a component draws comes after, and wins over, the ground it is drawn on
import './ui/mantine-ground.css'
import './ui/mantine-on-paper.css'
import './ui/tokens.css'
import './ui/page-base.css'

import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, fetchAhead } from './app.tsx'
import { makeQueryClient } from './asking.ts'
import { registerWorker } from './shell/register-worker.ts'
import { languageNow, languageTag } from './text/language.ts'
import { keepAppearance } from './ui/appearance.ts'
import { PlaceOfToasts } from './ui/say.tsx'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no place for the app')

document.documentElement.lang = languageTag(languageNow())

keepAppearance()
fetchAhead()

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={makeQueryClient()}>
      <App />
      <PlaceOfToasts />
    </QueryClientProvider>
  </StrictMode>,
)

registerWorker()
