/** Symbols that commute with each other, gathered into families: each family shares one orthogonal basis. */

/** Sets of names joined pair by pair; asked for the representative of a name, it answers with the earliest member's. */
export interface Families {
  join(a: string, b: string): void
  rootOf(name: string): string
  membersOf(name: string): readonly string[]
}

/** Every name in a family of its own; the order of names decides who represents a family. */
export function familiesOf(names: readonly string[]): Families {
  const parent = new Map(names.map((name) => [name, name]))
  const rootOf = (name: string): string => {
    const above = parent.get(name) ?? name
    return above === name ? name : rootOf(above)
  }
  return {
    rootOf,
    join: (a, b) => {
      const [x, y] = [rootOf(a), rootOf(b)]
      if (names.indexOf(x) < names.indexOf(y)) parent.set(y, x)
      else parent.set(x, y)
    },
    membersOf: (name) => names.filter((other) => rootOf(other) === rootOf(name)),
  }
}
