import type { CDPSession, Page } from 'playwright-core'
import { z } from 'zod'

/** As much of a CPU profile as is read here; times in microseconds. */
const Profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

/** Whose code was at work: our own bundle (React in it included), the map's library, or the browser itself. */
type Whose = 'own' | 'library' | 'browser' | 'rest'

export interface TimeAtWork {
  /** The most of each kind's own time in any one stretch of work between two rests of the page's thread. */
  readonly longestMs: Readonly<Record<'own' | 'library', number>>
  readonly totalMs: Readonly<Record<Whose, number>>
  readonly samples: number
}

const whoseIs = ({ functionName, url }: { functionName: string; url: string }): Whose => {
  if (functionName === '(idle)' || functionName === '(root)') return 'rest'
  if (url === '') return 'browser'
  return /\/maplibre-gl[^/]*\.js$/.test(url) ? 'library' : 'own'
}

/** What a stretch is broken by: the thread rests, or the browser is between two tasks. */
const isPause = (functionName: string): boolean => functionName === '(idle)' || functionName === '(program)'
/** The browser's own doings within a task, such as painting, are shorter than this. */
const pauseMicroseconds = 4_000

export const readProfile = (told: unknown): TimeAtWork => {
  const { nodes, samples, timeDeltas } = Profile.parse(told)
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const total = { own: 0, library: 0, browser: 0, rest: 0 }
  const longest = { own: 0, library: 0 }
  let stretch = { own: 0, library: 0 }
  let paused = 0
  for (const [at, id] of samples.entries()) {
    const frame = frames.get(id)
    // a sample stands for the time until the next one
    const micros = Math.max(0, timeDeltas[at + 1] ?? 0)
    if (frame === undefined) continue
    const whose = whoseIs(frame)
    total[whose] += micros
    paused = isPause(frame.functionName) ? paused + micros : 0
    if (paused > pauseMicroseconds) stretch = { own: 0, library: 0 }
    if (whose === 'own' || whose === 'library') {
      stretch[whose] += micros
      longest[whose] = Math.max(longest[whose], stretch[whose])
    }
  }
  const ms = (micros: number): number => Math.round(micros / 100) / 10
  return {
    longestMs: { own: ms(longest.own), library: ms(longest.library) },
    totalMs: { own: ms(total.own), library: ms(total.library), browser: ms(total.browser), rest: ms(total.rest) },
    samples: samples.length,
  }
}

/** How long whose code was at work on the page's main thread while something was done. */
export const timeAtWork = async (page: Page, done: () => Promise<void>): Promise<TimeAtWork> => {
  const line: CDPSession = await page.context().newCDPSession(page)
  await line.send('Profiler.enable')
  await line.send('Profiler.setSamplingInterval', { interval: 500 })
  await line.send('Profiler.start')
  await done()
  const { profile } = await line.send('Profiler.stop')
  await line.detach()
  return readProfile(profile)
}
