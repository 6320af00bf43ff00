/** What lies no further than this beyond the nearest is as near: neither a fix nor a drawing tells a metre (proposed). */
export const asNearMetres = 1

/**
 * Things by their distance in metres: nearest first, but those as near as the nearest by `compare`, so that at a
 * junction neither a rounded position nor the last digit of a sine decides. `near` comes nearest first; no errors.
 */
export const nearestByRank = <Near extends { readonly distanceMetres: number }>(
  near: readonly Near[],
  compare: (a: Near, b: Near) => number,
): readonly Near[] => {
  const reachMetres = (near[0]?.distanceMetres ?? 0) + asNearMetres
  const asNear = near.filter(({ distanceMetres }) => distanceMetres <= reachMetres).sort(compare)
  return [...asNear, ...near.slice(asNear.length)]
}
