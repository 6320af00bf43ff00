/** In place of a zone's id in the register's filter: what falls into no zone has a list of its own. */
export const noZone = 'none'
