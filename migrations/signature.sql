-- Where each stream stood when its device last signed; docs/format/store.md. A table beside the format, which a store
-- gets with the next write by a program that knows it.

CREATE TABLE IF NOT EXISTS signature (
    stream BLOB NOT NULL PRIMARY KEY CHECK (length(stream) = 16),
    number INTEGER NOT NULL CHECK (number > 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
