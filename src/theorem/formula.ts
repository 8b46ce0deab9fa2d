/**
 * Formulas that the compiler reads: every name in the text must be declared, and a slip is reported at its own line,
 * `"lamda" is not a symbol of this theorem`. Text that is no literal is left to the loader, which repeats every check.
 */
import type { Binder, Vocabulary } from './words.js'

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type Space = ' ' | '\n' | '\t' | '\r'
type Separator = '(' | ')' | '[' | ']' | ',' | '+' | '-' | '*' | '/' | '^' | '=' | '<' | '>' | "'" | Space

/** What a run of characters between separators names: nothing if it is a number. "2K" stays, to be refused. */
type Named<W extends string> = W extends '' ? never : W extends `${number}` ? never : W

/** Names in a word without blanks, character by character: whatever is no separator belongs to a name. */
type NamesInWord<W extends string, Name extends string = '', Found extends string = never> =
  W extends `${infer C}${infer Rest}`
    ? C extends Separator ? NamesInWord<Rest, '', Found | Named<Name>> : NamesInWord<Rest, `${Name}${C}`, Found>
    : Found | Named<Name>

/** Names in a text. Word by word: words repeat from formula to formula, so the compiler has most answers already. */
export type NamesIn<F extends string, Found extends string = never> =
  F extends `${infer Word} ${infer Rest}` ? NamesIn<Rest, Found | NamesInWord<Word>> : Found | NamesInWord<F>

export type Trim<T extends string> =
  T extends `${Space}${infer Rest}` ? Trim<Rest> : T extends `${infer Rest}${Space}` ? Trim<Rest> : T

type BoundBy<F extends string, B extends Binder, Found extends string = never> =
  F extends `${string}${B}(${infer Variable},${infer Rest}` ? BoundBy<Rest, B, Found | Trim<Variable>> : Found

/** Variables that a formula opens itself: the x of integral(x, 0, 1, f). */
export type BoundIn<F extends string> = BoundBy<F, 'sum'> | BoundBy<F, 'integral'> | BoundBy<F, 'root'>

/** Is the text known to the compiler, letter by letter? */
export type IsLiteral<F extends string> = {} extends Record<F, 1> ? false : true

type Complaint<W extends string, Where extends string> =
  W extends `${number}${'e' | 'E'}` ? `write powers of ten out, such as 10^(-3), not "${W}"`
    : W extends `${Digit}${string}` ? `write the product "${W}" with *`
      : `"${W}" is not a symbol of ${Where}`

type Undeclared<F extends string, Declared extends string> =
  Exclude<NamesIn<F>, Declared | Vocabulary> extends infer U extends string
    ? [U] extends [never] ? never : Exclude<U, BoundIn<F>>
    : never

/** The text itself where all its names are declared, else the complaint: what F must be assignable to. */
export type Formula<F extends string, Declared extends string, Where extends string = 'this theorem'> =
  IsLiteral<F> extends false ? F
    : [Undeclared<F, Declared>] extends [never] ? F : Complaint<Undeclared<F, Declared>, Where>

type Relation = '==' | '<' | '>' | 'exists('

/** A formula that states something: left == right, an inequality, or exists(X) iff a condition. */
export type Claimed<F extends string, Declared extends string> =
  IsLiteral<F> extends false ? F
    : F extends `${string}${Relation}${string}` ? Formula<F, Declared>
      : F extends `${string}=${string}` ? `write == for equality in "${F}"`
        : `"${F}" states nothing: write "left == right" or an inequality`

/** A hypothesis: a relation, or posdef(X). */
export type Supposed<F extends string, Declared extends string> =
  F extends `${string}posdef(${string}` ? Formula<F, Declared> : Claimed<F, Declared>

/** The name that a line of a process assigns: `m = ...` assigns m. */
export type Assigned<L> = L extends `${infer N}=${string}` ? Trim<N> : never

/** The name that a definition declares: L for 'L(x)'. */
export type Defined<K> = K extends `${infer N}(${string}` ? N : K & string

/** The parameters of a definition: x | y for 'f(x, y)'. */
export type Parameters<K> = K extends `${string}(${infer P})` ? Names<P> : never
type Names<P extends string> = P extends `${infer A},${infer Rest}` ? Trim<A> | Names<Rest> : Trim<P>
