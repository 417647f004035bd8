-- SPDX-License-Identifier: GPL-3.0-or-later
-- Families with their memberships, and ties that a person decides.
INSERT INTO counters (name, last) VALUES ('family', 0);

CREATE TABLE families (
    id       INTEGER PRIMARY KEY,
    home     TEXT    NOT NULL,
    adults   INTEGER NOT NULL,
    children INTEGER NOT NULL
);

CREATE TABLE memberships (
    family_id      BIGINT  NOT NULL,
    place          INTEGER NOT NULL,
    person_id      BIGINT  NOT NULL,
    role           INTEGER NOT NULL,
    from_day       TEXT,
    to_day         TEXT,
    evidence_words TEXT    NOT NULL,
    evidence       BYTEA   NOT NULL,
    PRIMARY KEY (family_id, place)
);
CREATE INDEX memberships_by_person ON memberships (person_id, family_id);

CREATE TABLE doubtful_ties (
    id         INTEGER PRIMARY KEY,
    home       TEXT    NOT NULL,
    people     BYTEA   NOT NULL,
    reason     TEXT    NOT NULL,
    evidence   BYTEA   NOT NULL,
    is_family  INTEGER,
    decided_by BIGINT  NOT NULL,
    decided_at TEXT    NOT NULL
);
