-- SPDX-License-Identifier: GPL-3.0-or-later
-- The audit log: events chained by hash, and a head that says how many there are and how they end.
CREATE TABLE events (
    id            INTEGER PRIMARY KEY,
    at            TEXT    NOT NULL,
    user_id       BIGINT  NOT NULL,
    role          TEXT    NOT NULL,
    action        TEXT    NOT NULL,
    subject_kind  TEXT    NOT NULL,
    subject_id    BIGINT  NOT NULL,
    purpose       TEXT    NOT NULL,
    outcome       TEXT    NOT NULL,
    detail        TEXT    NOT NULL,
    previous_hash TEXT    NOT NULL,
    hash          TEXT    NOT NULL
);
CREATE INDEX events_by_subject ON events (subject_kind, subject_id, id);

CREATE TABLE head (
    id     INTEGER PRIMARY KEY,
    events BIGINT  NOT NULL,
    hash   TEXT    NOT NULL
);
INSERT INTO head (id, events, hash) VALUES (1, 0, '');
