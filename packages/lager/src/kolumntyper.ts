import type { ColumnType } from 'kysely'

/** A moment in text (ISO 8601); the database sets it when it is left out. */
export type Tid = ColumnType<string, string | undefined, string>
export type Byte = ColumnType<Buffer, Buffer, Buffer>
