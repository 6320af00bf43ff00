import { useEffect, useState, useSyncExternalStore } from 'react'
import { usePageInUse } from '../shell/page-in-use.ts'
import { dropDraft, keepDraft, keptDraft } from '../ui/drafts.ts'
import { useCounty } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { type PhotoShelf, photoShelfOf } from './photo-shelf.ts'
import { type KeptPhoto, makePhotoTray, type PhotoTray } from './photo-tray.ts'
import { sendPhoto } from './send-photo.ts'
import { sha256Of } from './sha256.ts'
import { witnessOf } from './when-taken.ts'

const none = { photos: [] as readonly unknown[] }

/** Written by this page, but storage is open to whoever sits at the device. */
const isKeptPhoto = (value: unknown): value is KeptPhoto =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'name', 'capturedAt'].every((field) => typeof Reflect.get(value, field) === 'string') &&
  ['sha256', 'position'].every((field) => Reflect.has(value, field))

const makeTray = (draftKey: string, zone: string, shelf: PhotoShelf): PhotoTray =>
  makePhotoTray({
    hash: async (bytes) => sha256Of(new Uint8Array(await bytes.arrayBuffer())),
    send: sendPhoto,
    witness: (file) => witnessOf(file, zone),
    shelf,
    keep: (photos) => (photos.length === 0 ? dropDraft(draftKey) : keepDraft(draftKey, { photos })),
    nowMs: Date.now,
  })

/** The photos of one form. Like its words they outlive a reload of the page, under the form's own draft. */
export const usePhotoTray = (formDraftKey: string) => {
  const draftKey = `${formDraftKey}.photos`
  const { timeZone } = useCounty()
  const { person, shelfKey } = useMe()
  const [tray] = useState(() => {
    const shelf = photoShelfOf({ personId: person.id, shelfKey }, draftKey)
    return makeTray(draftKey, timeZone, shelf)
  })
  const photos = useSyncExternalStore(tray.subscribe, tray.photos, tray.photos)
  useEffect(() => {
    const kept = keptDraft(draftKey, none).photos.filter(isKeptPhoto)
    if (kept.length > 0 && tray.photos().length === 0) void tray.restore(kept)
  }, [draftKey, tray])
  usePageInUse(photos.length > 0)
  return { tray, photos }
}
