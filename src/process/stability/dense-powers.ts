/** Powers of a dense matrix of doubles applied to a vector, A^t x, by repeated squaring; the squares are kept. */
export function densePowers(a: readonly (readonly number[])[]): (x: readonly number[], t: number) => number[] {
  const squares = [a]
  return (x, t) => {
    let y = [...x]
    for (let k = 0; t >= 2 ** k; k++) {
      squares[k] ??= multiply(squares[k - 1]!, squares[k - 1]!)
      if (Math.floor(t / 2 ** k) % 2) y = squares[k]!.map((row) => dot(row, y))
    }
    return y
  }
}

const dot = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function multiply(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) => {
    const sums = row.map(() => 0)
    row.forEach((x, k) => { if (x !== 0) b[k]!.forEach((y, j) => { sums[j] = sums[j]! + x * y }) })
    return sums
  })
}
