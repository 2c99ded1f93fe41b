// Documents turns the bytes of a file into a ``Document``: its raw text, and blocks of repaired text
// that know the raw characters they came from. The entry point is ``DocumentReader``.
