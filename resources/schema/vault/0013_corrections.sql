-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which row of the partner each record is, what a later delivery put in its place, deliveries that
-- were withdrawn, and what was measured of each delivery's quality.
-- The sheet, or the kind of element, that an issue speaks of.
ALTER TABLE row_issues ADD COLUMN table_name TEXT NOT NULL DEFAULT '';

CREATE TABLE delivery_standing (
    delivery_id  INTEGER PRIMARY KEY REFERENCES deliveries (id),
    speaks_of    TEXT,
    withdrawn_at TEXT   NOT NULL,
    withdrawn_by BIGINT NOT NULL,
    reason       TEXT   NOT NULL
);

-- Hashes under the agency's key; 0 stands for none.
CREATE TABLE row_keys (
    record_id   INTEGER PRIMARY KEY REFERENCES source_records (id),
    delivery_id BIGINT  NOT NULL,
    part        BIGINT  NOT NULL,
    row_key     BIGINT  NOT NULL,
    withdraws   INTEGER NOT NULL
);
CREATE INDEX row_keys_by_key ON row_keys (row_key);
CREATE INDEX row_keys_by_part ON row_keys (delivery_id, part);

CREATE TABLE whole_parts (
    part        BIGINT NOT NULL,
    delivery_id BIGINT NOT NULL REFERENCES deliveries (id),
    PRIMARY KEY (part, delivery_id)
);

CREATE TABLE superseded (
    record_id   INTEGER PRIMARY KEY REFERENCES source_records (id),
    why         INTEGER NOT NULL,
    by_delivery BIGINT  NOT NULL,
    by_record   BIGINT  NOT NULL
);
CREATE INDEX superseded_by ON superseded (by_delivery, by_record);

CREATE TABLE quality_columns (
    delivery_id    BIGINT  NOT NULL REFERENCES deliveries (id),
    place          INTEGER NOT NULL,
    table_name     TEXT    NOT NULL,
    heading        TEXT    NOT NULL,
    column_name    TEXT    NOT NULL,
    row_count      BIGINT  NOT NULL,
    filled         BIGINT  NOT NULL,
    faulty         BIGINT  NOT NULL,
    distinct_count BIGINT  NOT NULL,
    estimated      INTEGER NOT NULL,
    PRIMARY KEY (delivery_id, place)
);

CREATE TABLE quality_counts (
    delivery_id BIGINT  NOT NULL REFERENCES deliveries (id),
    place       INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    table_name  TEXT    NOT NULL,
    heading     TEXT    NOT NULL,
    code        TEXT    NOT NULL,
    row_count   BIGINT  NOT NULL,
    PRIMARY KEY (delivery_id, place)
);
