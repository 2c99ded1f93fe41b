// XML is a small, safe face of libxml2: no network, no external entities, bounded depth, errors as
// values. ``XMLPullReader`` reads XML without entities, ``XMLPushParser`` takes XML in chunks and
// expands the entities of an internal DTD, ``HTMLTree`` reads HTML as it is found on the web.
