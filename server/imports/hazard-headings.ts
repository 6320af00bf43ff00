/** What a register of hazards alone has: the hazard itself, and what is done about it. */
const own = /隐患|整改|销号|督办|交办|回头看/
/** What it has in common with other tables; by themselves these say nothing. */
const shared = /等级|期限|时限|措施|状态|排查|验收|完成日期|完成时间|责任单位/
/** A count, a share or a length is what summaries of roads and schools tell of hazards. */
const summed = /(数|数量|率|占比|里程|公里|长度)(%)?$/

const leastOwn = 2
const least = 3

/** The headings for which a table looks like a register of hazards (隐患台账); none where it does not. */
export const hazardHeadingsOf = (fields: readonly string[]): string[] => {
  const plain = fields.map((field) => field.normalize('NFKC').replace(/\s/g, ''))
  const told = plain.filter((field) => !summed.test(field) && (own.test(field) || shared.test(field)))
  return told.length >= least && told.filter((field) => own.test(field)).length >= leastOwn ? told : []
}
