/** A file with where it lay below what was chosen: `DCIM/100NIKON/DSC_0001.JPG`. */
export interface FoundFile {
  readonly path: string
  readonly file: File
}

export interface Gathered {
  readonly photos: readonly FoundFile[]
  readonly tracks: readonly FoundFile[]
  /** Films, sounds, documents and what systems leave behind; counted, not listed. */
  readonly skipped: number
}

const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db')
const isTrack = (path: string): boolean => /\.gpx$/i.test(path)
/** Raw pictures are read on, so that each is named with why it is left out. */
const mayBePhoto = ({ path, file }: FoundFile): boolean =>
  file.type.startsWith('image/') || /\.(?:jpe?g|jpe|png|webp|hei[cf]|nef|arw|cr[23]|dng|rw2|orf|raf|tiff?)$/i.test(path)

/** Sorts what was chosen, in the order of paths: as the camera numbered its photos. */
export const gathered = (found: readonly FoundFile[]): Gathered => {
  const seen = found
    .filter(({ path }) => !isHidden(path))
    .sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
  const tracks = seen.filter(({ path }) => isTrack(path))
  const photos = seen.filter((each) => !isTrack(each.path) && mayBePhoto(each))
  return { photos, tracks, skipped: found.length - tracks.length - photos.length }
}

/** From `<input type=file>`, with or without `webkitdirectory`. */
export const chosenFiles = (list: FileList | null): FoundFile[] =>
  [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))

const entriesIn = (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const batch = (): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject))
  // a hundred at a time, until there are none
  const rest = async (): Promise<FileSystemEntry[]> => {
    const some = await batch()
    return some.length === 0 ? [] : [...some, ...(await rest())]
  }
  return rest()
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

const filesIn = async (entry: FileSystemEntry): Promise<FoundFile[]> => {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  if (!isFolder(entry)) return []
  const inside: FoundFile[] = []
  for (const each of await entriesIn(entry)) inside.push(...(await filesIn(each)))
  return inside
}

/** From a drop: folders are walked to their ends. The entries must be asked for before the first await. */
export const droppedFiles = async (dropped: DataTransfer): Promise<FoundFile[]> => {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return chosenFiles(dropped.files)
  const found: FoundFile[] = []
  for (const entry of entries) found.push(...(await filesIn(entry)))
  return found
}
