import { words } from './language.ts'

const zh = {
  required: '请填写',
  'wrong-type': '格式不对',
  'not-in-list': '请从列表中选择',
  'too-short': '太短',
  'too-long': '太长',
  'too-few': '太少',
  'too-many': '太多',
  'too-small': '数值太小',
  'too-big': '数值太大',
  'wrong-format': '格式不对',
  'unknown-field': '多余的内容',
  'control-characters': '含有不可见字符',
  taken: '已被占用',
  'not-there': '找不到',
  'too-easy': '太容易被猜到',
  'same-as-before': '与原密码相同',
  'wrong-password': '原密码不对',
  'last-administrator': '至少要保留一名在用的系统管理员',
}

const en: typeof zh = {
  required: 'Fill this in',
  'wrong-type': 'Wrong form',
  'not-in-list': 'Choose from the list',
  'too-short': 'Too short',
  'too-long': 'Too long',
  'too-few': 'Too few',
  'too-many': 'Too many',
  'too-small': 'The number is too small',
  'too-big': 'The number is too big',
  'wrong-format': 'Wrong form',
  'unknown-field': 'Not expected',
  'control-characters': 'Contains invisible characters',
  taken: 'Already in use',
  'not-there': 'Not found',
  'too-easy': 'Too easy to guess',
  'same-as-before': 'The same as the old one',
  'wrong-password': 'The old password is wrong',
  'last-administrator': 'One active administrator must remain',
}

const isKnown = (fault: string): fault is keyof typeof zh => Object.hasOwn(zh, fault)

/** What is wrong with one field, by the server's short code. */
export const faultWords = words(
  { of: (fault: string) => (isKnown(fault) ? zh[fault] : '填写有误') },
  { of: (fault: string) => (isKnown(fault) ? en[fault] : 'Something is wrong here') },
)
