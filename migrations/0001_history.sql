-- The history and its projections; docs/format/store.md says what each table means.
-- Never edited after a release: what changes is a further file.

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    stream BLOB NOT NULL CHECK (length(stream) = 16),
    number INTEGER NOT NULL CHECK (number > 0),
    lamport INTEGER NOT NULL CHECK (lamport > 0),
    case_id BLOB NOT NULL CHECK (length(case_id) = 16),
    commitment BLOB NOT NULL CHECK (length(commitment) = 32),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    payload BLOB NOT NULL,
    PRIMARY KEY (stream, number)
) STRICT;

CREATE INDEX event_order ON event (lamport, stream, number);

CREATE INDEX event_case ON event (case_id, lamport, stream, number);

CREATE TABLE case_key (
    case_id BLOB NOT NULL PRIMARY KEY CHECK (length(case_id) = 16),
    wrap BLOB NOT NULL
) STRICT;

CREATE TABLE commit_root (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    root BLOB NOT NULL CHECK (length(root) = 32)
) STRICT;

CREATE TABLE commit_range (
    number INTEGER NOT NULL REFERENCES commit_root (number),
    stream BLOB NOT NULL CHECK (length(stream) = 16),
    first INTEGER NOT NULL CHECK (first > 0),
    last INTEGER NOT NULL CHECK (last >= first),
    PRIMARY KEY (number, stream)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER event_remains BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER commit_root_stays BEFORE UPDATE ON commit_root
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER commit_root_remains BEFORE DELETE ON commit_root
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER commit_range_stays BEFORE UPDATE ON commit_range
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER commit_range_remains BEFORE DELETE ON commit_range
BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE p_case (
    case_id BLOB NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    callsign TEXT NOT NULL,
    view BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX p_case_number ON p_case (number);

CREATE INDEX p_case_callsign ON p_case (callsign);

CREATE TABLE p_event (
    event_id BLOB NOT NULL PRIMARY KEY,
    case_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE p_deadline (
    case_id BLOB NOT NULL,
    deadline_id BLOB NOT NULL,
    PRIMARY KEY (case_id, deadline_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX p_deadline_id ON p_deadline (deadline_id, case_id);

CREATE TABLE p_import (
    ref TEXT NOT NULL,
    event_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    PRIMARY KEY (ref, event_id)
) STRICT, WITHOUT ROWID;
