import type { ReadRow } from '../read-shape.ts'

/** Numbers that mean the same line in every file; a table's own count of its rows does not. */
export const sourceId = ({ source: { properties } }: { readonly source: ReadRow }): string | null => {
  for (const name of ['@id', 'osm_id', 'osm_way']) {
    const value = properties[name]
    if (value !== null && value !== undefined && value !== '') return `${name} ${value}`
  }
  return null
}
