import { onlyRoles } from '../people/only-roles.ts'

/** The county's rules and templates, and what leaves the house, are kept by the administrator and the county's reviewers. */
export const keepersOnly = onlyRoles('administrator', 'county-reviewer')
