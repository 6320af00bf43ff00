import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'

export const plansKey = ['junctions', 'plans'] as const

export const usePlans = () => useAsked(plansKey, () => told(api['patrol-plans'].$get()))
