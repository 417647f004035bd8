-- SPDX-License-Identifier: GPL-3.0-or-later
-- Versions of the plan as people put them forward, and what another person decided. An adopted one
-- has its row in plan_adoptions, which says from which day it counts; 0 there is none.
INSERT INTO counters (name, last) VALUES ('plan_version', 0);

CREATE TABLE plan_versions (
    id             INTEGER PRIMARY KEY,
    fingerprint    TEXT    NOT NULL REFERENCES plans (fingerprint),
    name           TEXT    NOT NULL,
    version        TEXT    NOT NULL,
    from_day       TEXT    NOT NULL,
    why            TEXT    NOT NULL,
    proposed_by    BIGINT  NOT NULL,
    proposed_at    TEXT    NOT NULL,
    state          INTEGER NOT NULL,
    decided_by     BIGINT  NOT NULL,
    decided_at     TEXT    NOT NULL,
    words          TEXT    NOT NULL,
    adoption_id    BIGINT  NOT NULL,
    tried_families BIGINT  NOT NULL,
    proposed_now   BIGINT  NOT NULL,
    proposed_then  BIGINT  NOT NULL,
    would_enter    BIGINT  NOT NULL,
    would_leave    BIGINT  NOT NULL
);
