-- What documents hold that hang on cases, in parts; docs/format/attachment.md. A table beside the format, which a store
-- gets with its first document.

CREATE TABLE IF NOT EXISTS attachment (
    address BLOB NOT NULL CHECK (length(address) = 32),
    number INTEGER NOT NULL CHECK (number > 0),
    case_id BLOB NOT NULL CHECK (length(case_id) = 16),
    part BLOB NOT NULL,
    PRIMARY KEY (address, number)
) STRICT;

CREATE INDEX IF NOT EXISTS attachment_case ON attachment (case_id);
