import type { QueryClient } from '@tanstack/react-query'

export const zoneKey = (id: string) => ['zones', 'whole', id] as const
export const signTextsKey = ['sign-texts'] as const

/** After a change to a zone: its page, its card on the map, the lists. */
export const zoneChanged = async (client: QueryClient, id: string): Promise<void> => {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['zones'] }),
    client.invalidateQueries({ queryKey: ['zone', id] }),
  ])
}
