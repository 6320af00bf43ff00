/** Header with the id of the person in whose name a request is sent; with anybody else's session it is not taken. */
export const actingAsHeader = 'Luqing-Person'
