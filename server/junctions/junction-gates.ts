import { junctionInspectors, junctionKeepers, junctionReaders } from '../domain/junction-doors.ts'
import { onlyRoles } from '../people/only-roles.ts'

export const junctionReadersOnly = onlyRoles(...junctionReaders)
export const junctionKeepersOnly = onlyRoles(...junctionKeepers)
export const junctionInspectorsOnly = onlyRoles(...junctionInspectors)
