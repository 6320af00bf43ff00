/**
 * Megabytes as people compare them with their tariff: one decimal below ten, none above, never none at
 * all; gigabytes from a thousand.
 */
export const bytesText = (bytes: number): string => {
  const megabytes = bytes / 1e6
  if (megabytes >= 1000) return `${(megabytes / 1000).toFixed(1)} GB`
  return megabytes >= 10 ? `${Math.round(megabytes)} MB` : `${Math.max(0.1, megabytes).toFixed(1)} MB`
}
