-- SPDX-License-Identifier: GPL-3.0-or-later
-- Numbers are made by the program, from here; 0 in a column of numbers means "none".
CREATE TABLE counters (
    name TEXT   PRIMARY KEY,
    last BIGINT NOT NULL
);
INSERT INTO counters (name, last) VALUES ('user', 0);

CREATE TABLE users (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL,
    display_name TEXT NOT NULL,
    role         TEXT NOT NULL,
    added_at     TEXT NOT NULL,
    removed_at   TEXT NOT NULL
);
CREATE UNIQUE INDEX users_by_name ON users (name, removed_at);
