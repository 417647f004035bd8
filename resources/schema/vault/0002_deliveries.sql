-- SPDX-License-Identifier: GPL-3.0-or-later
-- Agreements, the deliveries under them, what was wrong with their rows, what they speak of.
INSERT INTO counters (name, last) VALUES ('agreement', 0);
INSERT INTO counters (name, last) VALUES ('delivery', 0);

CREATE TABLE agreements (
    id               INTEGER PRIMARY KEY,
    reference        TEXT    NOT NULL UNIQUE,
    agency           TEXT    NOT NULL,
    purpose          TEXT    NOT NULL,
    gateway          TEXT    NOT NULL,
    basis            TEXT    NOT NULL,
    record_types     BYTEA   NOT NULL,
    column_names     BYTEA   NOT NULL,
    retention_months INTEGER NOT NULL,
    retention_rule   TEXT    NOT NULL,
    starts           TEXT,
    expires          TEXT,
    contact          TEXT    NOT NULL
);

CREATE TABLE deliveries (
    id            INTEGER PRIMARY KEY,
    agreement_id  BIGINT NOT NULL REFERENCES agreements (id),
    agency        TEXT   NOT NULL,
    file_name     TEXT   NOT NULL,
    sha256        TEXT   NOT NULL,
    mapping       TEXT   NOT NULL,
    received_at   TEXT   NOT NULL,
    received_by   BIGINT NOT NULL,
    rows_in       BIGINT NOT NULL,
    rows_accepted BIGINT NOT NULL,
    rows_rejected BIGINT NOT NULL,
    warnings      BIGINT NOT NULL
);

CREATE INDEX deliveries_by_sha256 ON deliveries (sha256);

CREATE TABLE row_issues (
    delivery_id BIGINT  NOT NULL REFERENCES deliveries (id),
    place       BIGINT  NOT NULL,
    row_number  BIGINT  NOT NULL,
    column_name TEXT    NOT NULL,
    severity    INTEGER NOT NULL,
    code        TEXT    NOT NULL,
    detail      TEXT    NOT NULL,
    PRIMARY KEY (delivery_id, place)
);

CREATE TABLE coverage (
    delivery_id BIGINT  NOT NULL REFERENCES deliveries (id),
    place       INTEGER NOT NULL,
    agency      TEXT    NOT NULL,
    record_type TEXT    NOT NULL,
    from_day    TEXT,
    to_day      TEXT,
    terms       BYTEA   NOT NULL,
    PRIMARY KEY (delivery_id, place)
);
