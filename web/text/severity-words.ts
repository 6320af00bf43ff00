import type { Severity } from '../../db/vocabulary.ts'
import { words } from './language.ts'

/** Apart from the other lists of the workflow, for the mark beside them stands on the camera's page too. */
export const severityWords = words<Readonly<Record<Severity, string>>>(
  { minor: '一般', serious: '较大', major: '重大' },
  { minor: 'Minor', serious: 'Serious', major: 'Major' },
)
