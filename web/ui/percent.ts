/**
 * A share in per cent, rounded half up to one decimal; only all of them is 100 %, and only none of them is 0 %.
 * Null where there is nothing to divide. `n` and `d` are whole numbers, 0 <= n <= d.
 */
export const percentText = (n: number, d: number): string | null => {
  if (d === 0) return null
  if (n === d) return '100%'
  if (n === 0) return '0%'
  // in whole numbers: half a tenth is not to be lost to binary fractions
  const tenths = Math.min(999, Math.floor((2000 * n + d) / (2 * d)))
  return tenths === 0 ? '<0.1%' : `${(tenths / 10).toFixed(1)}%`
}

/** Thousands set apart as both languages do it on screens: 12,345. */
export const countText = (count: number): string => count.toLocaleString('en-US')
