-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register of what went to the study, and who was in it.
INSERT INTO counters (name, last) VALUES ('submission', 0);

CREATE TABLE submissions (
    id                   INTEGER PRIMARY KEY,
    layout               TEXT    NOT NULL,
    layout_version       TEXT    NOT NULL,
    recipient            TEXT    NOT NULL,
    agreement            TEXT    NOT NULL,
    from_day             TEXT,
    to_day               TEXT,
    field_names          BYTEA   NOT NULL,
    left_out             BYTEA   NOT NULL,
    supported_people     BIGINT  NOT NULL,
    assessed_only_people BIGINT  NOT NULL,
    sha256               TEXT    NOT NULL,
    prepared_by          BIGINT  NOT NULL,
    prepared_at          TEXT    NOT NULL,
    released_by          BIGINT  NOT NULL,
    released_at          TEXT    NOT NULL,
    state                INTEGER NOT NULL
);

CREATE TABLE submission_people (
    submission_id    BIGINT  NOT NULL REFERENCES submissions (id),
    place            BIGINT  NOT NULL,
    person_id        BIGINT  NOT NULL,
    family_id        BIGINT  NOT NULL,
    person_pseudonym TEXT    NOT NULL,
    family_pseudonym TEXT    NOT NULL,
    cohort           INTEGER NOT NULL,
    PRIMARY KEY (submission_id, place)
);
CREATE INDEX submission_people_by_person ON submission_people (person_id, submission_id);
