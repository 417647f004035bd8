-- SPDX-License-Identifier: GPL-3.0-or-later
-- One row for every record type: who it is about in columns, the rest sealed under its agency's key.
INSERT INTO counters (name, last) VALUES ('record', 0);

CREATE TABLE source_records (
    id                INTEGER PRIMARY KEY,
    delivery_id       BIGINT  NOT NULL REFERENCES deliveries (id),
    row_number        BIGINT  NOT NULL,
    agency            INTEGER NOT NULL,
    record_type       TEXT    NOT NULL,
    forename          TEXT    NOT NULL,
    middle_names      TEXT    NOT NULL,
    surname           TEXT    NOT NULL,
    former_surname    TEXT    NOT NULL,
    preferred_name    TEXT    NOT NULL,
    birth_date        TEXT    NOT NULL,
    death_date        TEXT,
    sex               INTEGER NOT NULL,
    address           TEXT    NOT NULL,
    postcode          TEXT    NOT NULL,
    uprn              TEXT    NOT NULL,
    phone             TEXT    NOT NULL,
    email             TEXT    NOT NULL,
    nino              TEXT    NOT NULL,
    upn               TEXT    NOT NULL,
    nhs_number        TEXT    NOT NULL,
    pnc_id            TEXT    NOT NULL,
    local_id          TEXT    NOT NULL,
    local_id_series   TEXT    NOT NULL,
    address_protected INTEGER NOT NULL,
    payload           BYTEA   NOT NULL
);
