-- SPDX-License-Identifier: GPL-3.0-or-later
-- Mappings made for partners' layouts, kept under their agreement. The one in use of a name is the
-- one signed off and not superseded.
INSERT INTO counters (name, last) VALUES ('mapping', 0);

CREATE TABLE mappings (
    id             INTEGER PRIMARY KEY,
    agreement_id   BIGINT NOT NULL REFERENCES agreements (id),
    name           TEXT   NOT NULL,
    version        TEXT   NOT NULL,
    toml           TEXT   NOT NULL,
    proposed_by    BIGINT NOT NULL,
    proposed_at    TEXT   NOT NULL,
    signed_off_by  BIGINT NOT NULL,
    signed_off_at  TEXT   NOT NULL,
    superseded_at  TEXT   NOT NULL,
    tried_rows     BIGINT NOT NULL,
    tried_accepted BIGINT NOT NULL,
    UNIQUE (agreement_id, name, version)
);
