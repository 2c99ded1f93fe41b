/// Statements in sorted columns of term numbers, to be asked by pattern.
