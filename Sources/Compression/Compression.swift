// Compression reads containers through zlib, with bounds that hold against crafted files. The entry
// points are ``ZipArchive`` for archives and ``GzipUnpacker`` and ``GzipPacker`` for streams.
