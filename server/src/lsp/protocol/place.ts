// Places in documents, as the protocol counts them: zero-based lines and UTF-16 characters.

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
