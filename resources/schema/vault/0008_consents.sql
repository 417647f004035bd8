-- SPDX-License-Identifier: GPL-3.0-or-later
-- Consent to the service, objection to the study, lawful basis: added, never changed.
INSERT INTO counters (name, last) VALUES ('consent', 0);

CREATE TABLE consents (
    id              INTEGER PRIMARY KEY,
    person_id       BIGINT  NOT NULL,
    kind            TEXT    NOT NULL,
    answer          TEXT    NOT NULL,
    basis           TEXT    NOT NULL,
    day             TEXT,
    recorded_by     BIGINT  NOT NULL,
    recorded_at     TEXT    NOT NULL,
    wording_version TEXT    NOT NULL,
    channel         TEXT    NOT NULL,
    decided_by      TEXT    NOT NULL
);
CREATE INDEX consents_by_person ON consents (person_id, id);
