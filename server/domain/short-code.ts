const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * What people call a hazard before it has a register number: five signs that cannot be misread over the phone,
 * taken from the random end of its id, so that the phone shows the same ones before anything is sent.
 */
export const shortCodeOf = (id: string): string => {
  let rest = Number.parseInt(id.replaceAll('-', '').slice(-12), 16)
  let code = ''
  for (let place = 0; place < 5; place++) {
    code += letters.charAt(rest % letters.length)
    rest = Math.floor(rest / letters.length)
  }
  return code
}
