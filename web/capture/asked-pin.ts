import type { LngLat } from '../../server/domain/distance.ts'

/** Where a page that led here says the hazard is, as `?at=114.5,29.05`; null where none does, or it is no place. */
export const askedPin = (search: string): LngLat | null => {
  const [, lng, lat] =
    /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)$/.exec(new URLSearchParams(search).get('at') ?? '') ?? []
  if (lng === undefined || lat === undefined) return null
  const [longitude, latitude] = [Number(lng), Number(lat)]
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : null
}

/** What else the address says, a sign's zone for instance, stays in it. */
export const withoutPin = (search: string): string => {
  const rest = new URLSearchParams(search)
  rest.delete('at')
  const text = rest.toString()
  return text === '' ? '' : `?${text}`
}

/** The place that was asked for has its report: the next one on this page is somewhere else again. */
export const forgetAskedPin = (): void => {
  const { pathname, search } = window.location
  if (pathname === '/capture' && new URLSearchParams(search).has('at'))
    window.history.replaceState(window.history.state, '', `${pathname}${withoutPin(search)}`)
}
