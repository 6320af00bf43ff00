import { useState } from 'react'
import type { PhotoView } from '../../server/hazards/answers.ts'

/** One of several photos, the first until another is chosen; a choice that has gone falls back to it. */
export const usePhotoChoice = (
  photos: readonly PhotoView[],
): readonly [PhotoView | undefined, (id: string) => void] => {
  const [id, choose] = useState<string | null>(null)
  return [photos.find((photo) => photo.id === id) ?? photos[0], choose]
}
