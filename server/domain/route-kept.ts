/**
 * How a road's route code stands in its column, which must hold something: '' where the road has none. Stores alone
 * know of the empty text; everybody else has null.
 */
export const routeCodeToKeep = (routeCode: string | null): string => routeCode ?? ''

/** The route code of a kept road; null for one without. */
export const routeCodeKept = (kept: string): string | null => (kept === '' ? null : kept)
