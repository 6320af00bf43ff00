import type { MiddlewareHandler } from 'hono'
import { tokenIn } from './session-cookie.ts'

/**
 * Photos may lie in a browser's cache for a year. Who signs out, or whose session is found ended, leaves none: browsers
 * that take this word (over HTTPS) empty it by themselves. What opens the app offline lies elsewhere and stays.
 */
export const forgetPictures: MiddlewareHandler = async (c, next) => {
  const hadSession = tokenIn(c) !== null
  await next()
  const { headers, status } = c.res
  const left = status === 401 || (c.req.method === 'DELETE' && status === 204)
  if (hadSession && left) headers.set('Clear-Site-Data', '"cache"')
}
