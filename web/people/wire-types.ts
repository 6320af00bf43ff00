import type { z } from 'zod'
import type { PersonOnWire, UnitOnWire } from '../../server/people/wire.ts'

export type Person = z.infer<typeof PersonOnWire>
export type Unit = z.infer<typeof UnitOnWire>
