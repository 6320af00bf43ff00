import { createHash } from 'node:crypto'
import type { NoticePhoto } from './notice-content.ts'

/** Names a photo as a document prints it: the same bytes marked for another hazard are another picture. */
export const pictureName = ({ sha256, mark }: Pick<NoticePhoto, 'sha256' | 'mark'>): string =>
  mark === undefined
    ? sha256
    : createHash('sha256')
        .update(JSON.stringify([sha256, mark]))
        .digest('hex')
