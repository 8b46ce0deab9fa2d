/** Takes all the memory that there is. */
const hoard: number[][] = []
for (;;) hoard.push(Array.from({ length: 10_000 }, (_, i) => i + Math.random()))
