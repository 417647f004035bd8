-- SPDX-License-Identifier: GPL-3.0-or-later
-- Decisions about families, where each stands, and the work list's row of each.
INSERT INTO counters (name, last) VALUES ('case_event', 0);

CREATE TABLE case_events (
    id          INTEGER PRIMARY KEY,
    family_id   BIGINT  NOT NULL,
    step        TEXT    NOT NULL,
    at          TEXT    NOT NULL,
    by_user     BIGINT  NOT NULL,
    reason      TEXT    NOT NULL,
    words       TEXT    NOT NULL,
    day         TEXT,
    to_user     BIGINT  NOT NULL,
    fingerprint TEXT    NOT NULL,
    as_at       TEXT,
    intensity   TEXT    NOT NULL
);
CREATE INDEX case_events_by_family ON case_events (family_id, id);

CREATE TABLE case_standings (
    family_id    INTEGER PRIMARY KEY,
    state        INTEGER NOT NULL,
    since        TEXT    NOT NULL,
    taken_by     BIGINT  NOT NULL,
    allocated_to BIGINT  NOT NULL,
    support_from TEXT,
    support_to   TEXT,
    intensity    TEXT    NOT NULL
);

CREATE TABLE family_rows (
    family_id    INTEGER PRIMARY KEY,
    adults       INTEGER NOT NULL,
    children     INTEGER NOT NULL,
    assessed     INTEGER NOT NULL,
    outcomes     TEXT    NOT NULL,
    criteria_met INTEGER NOT NULL,
    flagged      INTEGER NOT NULL,
    newest       TEXT    NOT NULL,
    has_no_case  INTEGER NOT NULL,
    state        INTEGER NOT NULL,
    since        TEXT    NOT NULL,
    taken_by     BIGINT  NOT NULL,
    allocated_to BIGINT  NOT NULL
);
CREATE INDEX family_rows_by_state ON family_rows (state, since);
CREATE INDEX family_rows_by_taker ON family_rows (taken_by);
CREATE INDEX family_rows_by_worker ON family_rows (allocated_to);
CREATE INDEX family_rows_by_flag ON family_rows (flagged, newest);
CREATE INDEX family_rows_by_newest ON family_rows (newest);
CREATE INDEX family_rows_by_since ON family_rows (has_no_case, since);
CREATE INDEX family_rows_by_criteria ON family_rows (criteria_met);
