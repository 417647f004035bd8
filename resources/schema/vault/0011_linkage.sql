-- SPDX-License-Identifier: GPL-3.0-or-later
-- What linkage learnt and keeps from run to run: its models, and what a run over new rows alone needs
-- of the rows already linked. Reasons are no longer kept: they follow from the two records and the
-- model.
INSERT INTO counters (name, last) VALUES ('link_model', 0);

-- Added, never changed; the newest is in force.
CREATE TABLE link_models (
    id         INTEGER PRIMARY KEY,
    model      TEXT    NOT NULL,
    origin     TEXT    NOT NULL,
    records    BIGINT  NOT NULL,
    adopted_at TEXT    NOT NULL,
    adopted_by BIGINT  NOT NULL
);

-- Under which model, up to which record and with which answers the links of today were made; one row.
CREATE TABLE link_standing (
    id           INTEGER PRIMARY KEY,
    model_id     BIGINT  NOT NULL REFERENCES link_models (id),
    key_kind     BIGINT  NOT NULL,
    newest       BIGINT  NOT NULL,
    passed_over  BYTEA   NOT NULL,
    answers      BYTEA   NOT NULL,
    record_count BIGINT  NOT NULL,
    person_count BIGINT  NOT NULL
);

-- Of linked records, some thousands a row: the hashes they are found by, and the group of tied
-- records each belongs to.
CREATE TABLE link_keys (
    chunk    INTEGER PRIMARY KEY,
    records  BYTEA NOT NULL,
    found_by BYTEA NOT NULL
);

CREATE TABLE link_groups (
    chunk    INTEGER PRIMARY KEY REFERENCES link_keys (chunk),
    group_of BYTEA NOT NULL
);

-- The day families were built for, and the hashes by which records hang together in them.
CREATE TABLE family_standing (
    id       INTEGER PRIMARY KEY,
    built_on TEXT NOT NULL
);

CREATE TABLE family_keys (
    chunk    INTEGER PRIMARY KEY,
    records  BYTEA NOT NULL,
    found_by BYTEA NOT NULL
);

-- Who the last run made, joined and parted.
CREATE TABLE person_changes (
    place     INTEGER PRIMARY KEY,
    person_id BIGINT  NOT NULL,
    change    INTEGER NOT NULL,
    other_id  BIGINT  NOT NULL
);

CREATE TABLE links_now (
    record_id      INTEGER PRIMARY KEY,
    person_id      BIGINT  NOT NULL,
    against_record BIGINT  NOT NULL,
    weight         DOUBLE PRECISION NOT NULL,
    probability    DOUBLE PRECISION NOT NULL,
    origin         INTEGER NOT NULL
);
INSERT INTO links_now (record_id, person_id, against_record, weight, probability, origin)
    SELECT record_id, person_id, against_record, weight, probability, origin FROM links;
DROP TABLE links;
ALTER TABLE links_now RENAME TO links;
CREATE INDEX links_by_person ON links (person_id);

CREATE TABLE doubtful_pairs_now (
    id           INTEGER PRIMARY KEY,
    left_record  BIGINT  NOT NULL,
    right_record BIGINT  NOT NULL,
    weight       DOUBLE PRECISION NOT NULL,
    probability  DOUBLE PRECISION NOT NULL,
    why          TEXT    NOT NULL,
    answer       INTEGER NOT NULL
);
INSERT INTO doubtful_pairs_now (id, left_record, right_record, weight, probability, why, answer)
    SELECT id, left_record, right_record, weight, probability, why, answer FROM doubtful_pairs;
DROP TABLE doubtful_pairs;
ALTER TABLE doubtful_pairs_now RENAME TO doubtful_pairs;
CREATE INDEX doubtful_pairs_by_records ON doubtful_pairs (left_record, right_record);
CREATE INDEX doubtful_pairs_by_weight ON doubtful_pairs (answer, weight);
