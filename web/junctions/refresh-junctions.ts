import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** What shows junctions: their own pages, and the map. */
export const junctionKeys: readonly QueryKey[] = [['junctions'], ['map-junctions']]

export const refreshJunctions = async (client: QueryClient): Promise<void> => {
  await Promise.all(junctionKeys.map((queryKey) => client.invalidateQueries({ queryKey })))
}
