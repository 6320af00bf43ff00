/** Passwords that guessers try first here; the account itself and a few characters repeated are refused as well. */
const tried = [
  '12345678',
  '123456789',
  '1234567890',
  '0123456789',
  '87654321',
  '11223344',
  '12341234',
  '123123123',
  '147258369',
  '1q2w3e4r',
  '1qaz2wsx',
  'q1w2e3r4',
  'qwertyui',
  'qwertyuiop',
  'asdfghjkl',
  'a1234567',
  'a12345678',
  'aa123456',
  'abc12345',
  'abcd1234',
  'abc123456',
  'admin123',
  'admin888',
  'iloveyou',
  'password',
  'password1',
  'passw0rd',
  'p@ssw0rd',
  'woaini1314',
  '5201314520',
]

/** Whether a password is among the first anybody would guess for this account. */
export const isTooEasy = (password: string, account: string): boolean => {
  const plain = password.normalize('NFKC').toLowerCase().trim()
  const saysAccount = account.length >= 4 ? plain.includes(account) : plain === account
  return plain.length < 8 || tried.includes(plain) || saysAccount || new Set(plain).size < 4
}
