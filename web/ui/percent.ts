/**
 * A share in per cent to one decimal, cut and never rounded up: 100 % means all of them and nothing less.
 * Null where there is nothing to divide. `n` and `d` are whole numbers, 0 <= n <= d.
 */
export const percentText = (n: number, d: number): string | null => {
  if (d === 0) return null
  if (n === d) return '100%'
  if (n === 0) return '0%'
  const tenths = Math.floor((n * 1000) / d)
  return tenths === 0 ? '<0.1%' : `${(tenths / 10).toFixed(1)}%`
}

/** Thousands set apart as both languages do it on screens: 12,345. */
export const countText = (count: number): string => count.toLocaleString('en-US')
