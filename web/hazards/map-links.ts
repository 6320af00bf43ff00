import { fromWgs84 } from '../../server/domain/datum.ts'

/** The navigators people have on their phones; each draws the world in its own datum. */
export const navigators = ['amap', 'baidu', 'tencent'] as const
export type Navigator = (typeof navigators)[number]

const source = 'luqing'
const sixPlaces = (degrees: number): string => degrees.toFixed(6)

/**
 * An address that opens the navigator's app where there is one, else its page. Amap and Tencent take GCJ-02,
 * Baidu BD-09; handed over in WGS-84 the pin would be 500 to 650 m off.
 */
export const navigateUrl = (
  to: Navigator,
  place: { readonly longitude: number; readonly latitude: number },
  name: string,
): string => {
  const [lng, lat] = fromWgs84([place.longitude, place.latitude], to === 'baidu' ? 'bd09' : 'gcj02').map(sixPlaces)
  switch (to) {
    case 'amap': {
      // commas part the fields of `to`, so the name may hold none
      const query = {
        to: `${lng},${lat},${name.replaceAll(',', ' ')}`,
        mode: 'car',
        coordinate: 'gaode',
        callnative: '1',
        src: source,
      }
      return `https://uri.amap.com/navigation?${new URLSearchParams(query)}`
    }
    case 'baidu': {
      // the marker page needs no starting point and has "go here" on it
      const query = {
        location: `${lat},${lng}`,
        title: name,
        content: name,
        coord_type: 'bd09ll',
        output: 'html',
        src: source,
      }
      return `https://api.map.baidu.com/marker?${new URLSearchParams(query)}`
    }
    case 'tencent': {
      const query = { type: 'drive', to: name, tocoord: `${lat},${lng}`, policy: '0', referer: source }
      return `https://apis.map.qq.com/uri/v1/routeplan?${new URLSearchParams(query)}`
    }
  }
}
