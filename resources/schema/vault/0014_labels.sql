-- SPDX-License-Identifier: GPL-3.0-or-later
-- Random samples of pairs for measuring the links, and what people answered, as data to learn from.
INSERT INTO counters (name, last) VALUES ('pair_sample', 0);
INSERT INTO counters (name, last) VALUES ('label', 0);

CREATE TABLE pair_samples (
    id       INTEGER PRIMARY KEY,
    model_id BIGINT  NOT NULL,
    seed     BIGINT  NOT NULL,
    drawn_by BIGINT  NOT NULL,
    drawn_at TEXT    NOT NULL
);

-- The bands of weight a sample was drawn from, with how many pairs each held.
CREATE TABLE pair_sample_strata (
    sample_id  BIGINT  NOT NULL,
    place      INTEGER NOT NULL,
    linked     INTEGER NOT NULL,
    least      DOUBLE PRECISION NOT NULL,
    pair_count BIGINT  NOT NULL,
    PRIMARY KEY (sample_id, place)
);

-- sample_id 0: an answer about a doubtful pair that a person chose, not a random one.
CREATE TABLE labels (
    id           INTEGER PRIMARY KEY,
    sample_id    BIGINT  NOT NULL,
    place        INTEGER NOT NULL,
    left_record  BIGINT  NOT NULL,
    right_record BIGINT  NOT NULL,
    weight       DOUBLE PRECISION NOT NULL,
    probability  DOUBLE PRECISION NOT NULL,
    linked       INTEGER NOT NULL,
    model_id     BIGINT  NOT NULL,
    answer       INTEGER NOT NULL,
    answered_by  BIGINT  NOT NULL,
    answered_at  TEXT    NOT NULL
);
CREATE INDEX labels_by_sample ON labels (sample_id, id);
CREATE INDEX labels_by_records ON labels (left_record, right_record);

-- What a run of linkage told about itself, as JSON: counts and shares only.
INSERT INTO counters (name, last) VALUES ('link_run', 0);

CREATE TABLE link_runs (
    id       INTEGER PRIMARY KEY,
    model_id BIGINT  NOT NULL,
    scope    INTEGER NOT NULL,
    report   TEXT    NOT NULL,
    run_by   BIGINT  NOT NULL,
    run_at   TEXT    NOT NULL
);
