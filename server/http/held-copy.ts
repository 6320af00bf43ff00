import type { Context } from 'hono'

/** Whether the asker holds already what this tag stands for (RFC 9110 § 13.1.2, the weak comparison). */
export const holdsAlready = (c: Context, tag: string): boolean => {
  const bare = (one: string): string => one.trim().replace(/^W\//, '')
  const held = (c.req.header('If-None-Match') ?? '').split(',').map(bare)
  return held.includes('*') || held.includes(bare(tag))
}

/** Only for whoever asked, and to be asked about again each time. */
export const keepButAsk = (tag: string): Record<string, string> => ({
  ETag: tag,
  'Cache-Control': 'private, no-cache',
  Vary: 'Cookie, Accept-Encoding',
})

/** The best coding the client says it takes; q=0 is a refusal. */
export const codingFor = (acceptEncoding: string | undefined): 'br' | 'gzip' | 'identity' => {
  const taken = (acceptEncoding ?? '').split(',').flatMap((part) => {
    const [coding = '', ...settings] = part.trim().toLowerCase().split(';')
    return settings.some((setting) => /^\s*q=0(\.0*)?\s*$/.test(setting)) ? [] : [coding.trim()]
  })
  if (taken.includes('br')) return 'br'
  return taken.includes('gzip') ? 'gzip' : 'identity'
}
