// How languages say that code is still to be written. One list: what makes a block incomplete is a placeholder, too.

/** Macros, exceptions and calls that stand for a body: Rust, Python, Go, C#, Java, JavaScript, Kotlin. */
export const unwrittenCode =
  /\b(?:todo|unimplemented)!\s*\(|\braise NotImplementedError\b|\bpanic\("(?:TODO|[Nn]ot implemented|[Ii]mplement me)|\bthrow new (?:NotImplementedException|UnsupportedOperationException)\b|\bthrow new Error\("(?:TODO|[Nn]ot implemented)|\bTODO\(\s*["')]/;
