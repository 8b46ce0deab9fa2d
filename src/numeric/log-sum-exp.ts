/** ln(sum exp a_i) without overflow: shift by the largest, so that evidence can live in log space. */

/** ln of the sum of the exponentials; -Infinity for an empty list or when every term is -Infinity. */
export function logSumExp(logs: ArrayLike<number>): number {
  let top = -Infinity
  for (let i = 0; i < logs.length; i++) top = Math.max(top, logs[i]!)
  if (!Number.isFinite(top)) return top
  let sum = 0
  for (let i = 0; i < logs.length; i++) sum += Math.exp(logs[i]! - top)
  return top + Math.log(sum)
}

/** ln of the mean of the exponentials: the average of e-values, which is again an e-value. */
export function logMeanExp(logs: ArrayLike<number>): number {
  return logSumExp(logs) - Math.log(logs.length)
}
