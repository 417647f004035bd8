-- SPDX-License-Identifier: GPL-3.0-or-later
-- What linkage learnt and keeps from run to run: its models, and what a run over new rows alone needs
-- of the rows already linked.
INSERT INTO counters (name, last) VALUES ('link_model', 0);

-- Added, never changed; the newest is in force.
CREATE TABLE link_models (
    id         INTEGER PRIMARY KEY,
    model      TEXT    NOT NULL,
    origin     TEXT    NOT NULL,
    adopted_at TEXT    NOT NULL,
    adopted_by BIGINT  NOT NULL
);

-- Under which model, up to which record and with which answers the links of today were made.
CREATE TABLE link_standing (
    id           INTEGER PRIMARY KEY,
    model_id     BIGINT  NOT NULL REFERENCES link_models (id),
    key_kind     BIGINT  NOT NULL,
    newest       BIGINT  NOT NULL,
    record_count BIGINT  NOT NULL,
    decisions    BYTEA   NOT NULL
);

-- Of linked records in order of number, some thousands a row: what they are found by, and the group
-- of tied records each belongs to.
CREATE TABLE link_keys (
    first_record INTEGER PRIMARY KEY,
    records      BYTEA   NOT NULL,
    found_by     BYTEA   NOT NULL
);

CREATE TABLE link_groups (
    first_record INTEGER PRIMARY KEY,
    group_of     BYTEA   NOT NULL
);

-- Who the last run made, joined and parted.
CREATE TABLE person_changes (
    place     INTEGER PRIMARY KEY,
    person_id BIGINT  NOT NULL,
    change    INTEGER NOT NULL,
    other_id  BIGINT  NOT NULL
);
