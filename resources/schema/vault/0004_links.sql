-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which record is which person, the pairs that wait, and what people answered.
INSERT INTO counters (name, last) VALUES ('person', 0);
INSERT INTO counters (name, last) VALUES ('doubt', 0);
INSERT INTO counters (name, last) VALUES ('decision', 0);

CREATE TABLE links (
    record_id      INTEGER PRIMARY KEY,
    person_id      BIGINT  NOT NULL,
    against_record BIGINT  NOT NULL,
    weight         DOUBLE PRECISION NOT NULL,
    probability    DOUBLE PRECISION NOT NULL,
    origin         INTEGER NOT NULL,
    reasons        BYTEA   NOT NULL
);
CREATE INDEX links_by_person ON links (person_id);

CREATE TABLE doubtful_pairs (
    id           INTEGER PRIMARY KEY,
    left_record  BIGINT  NOT NULL,
    right_record BIGINT  NOT NULL,
    weight       DOUBLE PRECISION NOT NULL,
    probability  DOUBLE PRECISION NOT NULL,
    why          TEXT    NOT NULL,
    answer       INTEGER NOT NULL,
    reasons      BYTEA   NOT NULL
);
CREATE INDEX doubtful_pairs_by_records ON doubtful_pairs (left_record, right_record);
CREATE INDEX doubtful_pairs_by_weight ON doubtful_pairs (answer, weight);

CREATE TABLE pair_decisions (
    id           INTEGER PRIMARY KEY,
    left_record  BIGINT  NOT NULL,
    right_record BIGINT  NOT NULL,
    answer       INTEGER NOT NULL,
    decided_by   BIGINT  NOT NULL,
    decided_at   TEXT    NOT NULL,
    undone_by    BIGINT  NOT NULL,
    undone_at    TEXT    NOT NULL
);
CREATE INDEX pair_decisions_by_records ON pair_decisions (left_record, right_record);
