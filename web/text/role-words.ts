import type { Role } from '../../db/vocabulary.ts'
import { words } from './language.ts'

const zh: Readonly<Record<Role, string>> = {
  squad: '中队队员',
  'road-chief': '路长',
  department: '责任部门',
  'county-reviewer': '县道安办',
  leader: '县领导',
  'light-reporter': '协管员',
  administrator: '系统管理员',
}

const en: Readonly<Record<Role, string>> = {
  squad: 'Squad member',
  'road-chief': 'Road chief',
  department: 'Department',
  'county-reviewer': 'County reviewer',
  leader: 'County leader',
  'light-reporter': 'Reporter',
  administrator: 'Administrator',
}

/** What people are in the county; apart from the other lists, for a refusal on any page names them. */
export const roleWords = words(zh, en)
