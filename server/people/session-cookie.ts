import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isSecure } from '../http/proxy.ts'

/** Over HTTPS the browser itself guards the name: `__Host-` means Secure, this host only, whole site. */
const nameFor = (c: Context): string => (isSecure(c) ? '__Host-luqing' : 'luqing')

export const tokenIn = (c: Context): string | null => getCookie(c, nameFor(c)) ?? null

/** Lax, not Strict: a link in a message must open signed in. Without `maxAgeSeconds` it ends with the browser. */
export const handOutToken = (c: Context, opened: { token: string; maxAgeSeconds: number | null }): void => {
  const { token, maxAgeSeconds } = opened
  setCookie(c, nameFor(c), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    ...(maxAgeSeconds === null ? {} : { maxAge: maxAgeSeconds }),
  })
}

export const takeBackToken = (c: Context): void => {
  deleteCookie(c, nameFor(c), { path: '/', secure: isSecure(c), httpOnly: true, sameSite: 'Lax' })
}
