import { Schema, String } from "effect"

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${Snake<Tail>}`
    : `_${Lowercase<Head>}${Snake<Tail>}`
  : S

type SnakeKeys<Fields> = { readonly [K in keyof Fields]: K extends string ? Snake<K> : K }

/** A struct that is camel case in our hands and snake case on the wire. Nest it for nested objects. */
export const wire = <const Fields extends Schema.Struct.Fields>(fields: Fields) =>
  Schema.Struct(fields).pipe(
    Schema.encodeKeys(
      Object.fromEntries(Object.keys(fields).map((key) => [key, String.camelToSnake(key)])) as SnakeKeys<Fields>
    )
  )
