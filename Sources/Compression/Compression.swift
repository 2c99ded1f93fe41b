// Compression reads containers through zlib, with bounds that hold against crafted files. The entry
// point is ``ZipArchive``.
