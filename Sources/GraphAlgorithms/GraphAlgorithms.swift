// The module's first type lands here.
