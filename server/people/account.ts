/** Accounts are told apart by what they look like, not by how they were typed: full-width, capitals and blanks aside. */
export const accountKey = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

export const accountShape = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,31}$/u
