/** Metres one pixel stands for at a latitude: the map's tiles are 512 pixels wide, one for the whole earth at zoom 0. */
export const metresPerPixel = (latitude: number, zoom: number): number =>
  (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom)

const steps = [1, 2, 5] as const

/** The longest round distance (1, 2 or 5 of a power of ten) that fits, and how long it is drawn. */
export const scaleBar = (
  metresOfPixel: number,
  mostPixels: number,
): { readonly metres: number; readonly pixels: number } => {
  const most = metresOfPixel * mostPixels
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = power * (steps.filter((step) => step * power <= most).at(-1) ?? 1)
  return { metres, pixels: metres / metresOfPixel }
}
