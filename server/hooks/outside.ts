import type { AllowList } from './allow-list.ts'

/** How this server speaks to receivers outside. */
export interface Outside {
  readonly allow: AllowList
  /** Begins every link that leaves the house; null where nobody has said how the server is reached. */
  readonly publicUrl: string | null
}

/** Where the reader of a message is taken. */
export const linkTo = (
  publicUrl: string | null,
  { hazardId, noticeId }: { hazardId: string | null; noticeId: string | null },
): string | null => {
  if (publicUrl === null) return null
  if (hazardId !== null) return `${publicUrl}/hazards/${hazardId}`
  return noticeId === null ? `${publicUrl}/messages` : `${publicUrl}/notices/${noticeId}`
}
