import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, fetchAhead } from './app.tsx'
import { makeQueryClient } from './asking.ts'
import { registerWorker } from './shell/register-worker.ts'
import { PlaceOfToasts } from './ui/say.tsx'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no place for the app')

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
