import { onlyRoles } from './only-roles.ts'

/** People, units and the county's own data are kept by administrators alone. */
export const administratorsOnly = onlyRoles('administrator')
