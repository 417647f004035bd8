-- SPDX-License-Identifier: GPL-3.0-or-later
-- Plans as used, what they said of families (findings sealed), and every flag raised.
INSERT INTO counters (name, last) VALUES ('adoption', 0);
INSERT INTO counters (name, last) VALUES ('run', 0);
INSERT INTO counters (name, last) VALUES ('flag', 0);

CREATE TABLE plans (
    fingerprint TEXT PRIMARY KEY,
    kept_at     TEXT NOT NULL,
    plan_text   TEXT NOT NULL
);

CREATE TABLE plan_adoptions (
    id          INTEGER PRIMARY KEY,
    fingerprint TEXT    NOT NULL REFERENCES plans (fingerprint),
    from_day    TEXT    NOT NULL,
    adopted_by  BIGINT  NOT NULL,
    adopted_at  TEXT    NOT NULL
);

CREATE TABLE assessment_runs (
    id          INTEGER PRIMARY KEY,
    fingerprint TEXT    NOT NULL REFERENCES plans (fingerprint),
    as_at       TEXT    NOT NULL,
    started_by  BIGINT  NOT NULL,
    started_at  TEXT    NOT NULL,
    families    BIGINT  NOT NULL,
    flagged     BIGINT  NOT NULL
);

CREATE TABLE assessments (
    family_id    INTEGER PRIMARY KEY,
    run_id       BIGINT  NOT NULL REFERENCES assessment_runs (id),
    outcomes     TEXT    NOT NULL,
    criteria_met INTEGER NOT NULL,
    flagged      INTEGER NOT NULL,
    newest       TEXT    NOT NULL,
    sealed       BYTEA   NOT NULL
);

-- The day a family was first screened; outlives every later run.
CREATE TABLE first_screenings (
    family_id INTEGER PRIMARY KEY,
    as_at     TEXT    NOT NULL
);

CREATE TABLE flags (
    id           INTEGER PRIMARY KEY,
    family_id    BIGINT  NOT NULL,
    run_id       BIGINT  NOT NULL REFERENCES assessment_runs (id),
    raised_at    TEXT    NOT NULL,
    criteria_met INTEGER NOT NULL
);
CREATE INDEX flags_by_family ON flags (family_id, id);
